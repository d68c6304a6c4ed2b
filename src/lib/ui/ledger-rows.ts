import { earlierTexts, needsHuman, standing, subjectAndReceiver } from '#lib/domain/ledger.ts';
import type { LedgerLine } from '#lib/protocol/views.ts';

/** One action (or the action list) for one organisation: where it stands, and what was sent before. */
export interface LedgerRow {
	key: string;
	line: LedgerLine;
	/** Older texts of the same, overtaken by this one. */
	earlier: number;
	/** It went by another way as well: then is said which this is. */
	several: boolean;
	/** Will not come right by itself, nor did another way bring it. */
	needs: boolean;
}

/** The lines that count, with what needs a human on top, then what is still trying, then the newest. */
export function ledgerRows(lines: readonly LedgerLine[]): LedgerRow[] {
	const groups = Map.groupBy(lines, subjectAndReceiver);
	return [...groups.values()]
		.flatMap((group) => {
			const left = standing(group);
			const shown = left.length > 0 ? left : group.slice(-1);
			const earlier = earlierTexts(group, shown);
			return shown.map((line) => ({
				...{ key: line.deliveryId, line, earlier, several: shown.length > 1 },
				needs: needsHuman(line, shown)
			}));
		})
		.toSorted((a, b) => urgency(a) - urgency(b) || compare(b.line.createdAt, a.line.createdAt));
}

function urgency({ line, needs }: LedgerRow): number {
	if (needs) return 0;
	return line.status === 'failed' ? 1 : 2;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
