import type { LedgerLine } from '#lib/protocol/views.ts';

/** One action (or the action list) for one organisation: where it stands, and what was sent before. */
export interface LedgerRow {
	key: string;
	line: LedgerLine;
	/** Older texts of the same, overtaken by this one. */
	earlier: number;
}

/** The lines that count, with what needs a human on top, then what is still trying, then the newest. */
export function ledgerRows(lines: readonly LedgerLine[]): LedgerRow[] {
	const groups = Map.groupBy(lines, subjectAndReceiver);
	return [...groups.values()]
		.flatMap((group) => {
			const standing = group.filter((line) => line.status !== 'outdated');
			const shown = standing.length > 0 ? standing : group.slice(-1);
			const earlier = group.length - shown.length;
			return shown.map((line) => ({ key: line.deliveryId, line, earlier }));
		})
		.toSorted(
			(a, b) => urgency(a.line) - urgency(b.line) || compare(b.line.createdAt, a.line.createdAt)
		);
}

/** Will not come right by itself. */
export function needsHuman(line: LedgerLine): boolean {
	return line.status === 'failed' && (line.parkedAt !== null || line.error === 'connector-paused');
}

/**
 * Each action has reached its owner: received, read or answered. Who has no connection has the list and
 * a withdrawal in the app; a new action is there only when it was opened or answered.
 */
export function isSettled(lines: readonly LedgerLine[]): boolean {
	return ledgerRows(lines).every(({ line }) => {
		if (['received', 'read', 'outdated'].includes(line.status)) return true;
		const asks = line.type === 'action-assigned' || line.type === 'action-changed';
		return line.by === null && !asks;
	});
}

function subjectAndReceiver(line: LedgerLine): string {
	return `${line.actionId ?? 'list'} ${line.organisation.id}`;
}

function urgency(line: LedgerLine): number {
	if (needsHuman(line)) return 0;
	return line.status === 'failed' ? 1 : 2;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
