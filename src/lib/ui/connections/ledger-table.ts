import type { ActionStatus } from '#lib/domain/action.ts';
import {
	earlierTexts,
	hasReached,
	needsHuman,
	standing,
	subjectAndReceiver
} from '#lib/domain/ledger.ts';
import type { LedgerLine } from '#lib/protocol/views.ts';

/** What one receiver was told about one action (or the list), as it stands now. */
export interface LedgerCell {
	organisation: LedgerLine['organisation'];
	/** By each way that still counts; the one that tells most first. */
	lines: LedgerLine[];
	/** Older texts that these replaced. */
	earlier: number;
	reached: boolean;
	/** Of `lines`: what will not come right by itself. */
	needs: LedgerLine[];
}

export interface LedgerTableRow {
	/** The action's id, or `list`. */
	key: string;
	actionId: string | null;
	cells: Record<string, LedgerCell>;
}

export interface LedgerTable {
	/** Columns, by name. */
	organisations: LedgerLine['organisation'][];
	/** Actions in the order in which they were agreed, the list last. */
	rows: LedgerTableRow[];
}

/** Action × receiver. `statusOf`: of the actions, by id. */
export function ledgerTable(
	lines: readonly LedgerLine[],
	statusOf: Readonly<Record<string, ActionStatus>>
): LedgerTable {
	const rows = new Map<string, LedgerTableRow>();
	const organisations = new Map<string, LedgerLine['organisation']>();
	for (const group of Map.groupBy(lines, subjectAndReceiver).values()) {
		const [first] = group;
		if (!first) continue;
		const { actionId, organisation } = first;
		organisations.set(organisation.id, organisation);
		const key = actionId ?? 'list';
		const row = rows.get(key) ?? { key, actionId, cells: {} };
		row.cells[organisation.id] = cell(group, statusOf[actionId ?? ''] ?? null);
		rows.set(key, row);
	}
	return {
		organisations: [...organisations.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
		rows: [...rows.values()].toSorted(
			(a, b) => Number(a.actionId === null) - Number(b.actionId === null)
		)
	};
}

function cell(group: readonly LedgerLine[], status: ActionStatus | null): LedgerCell {
	const left = standing(group);
	const all = left.length > 0 ? left : group.slice(-1);
	const needs = all.filter((line) => needsHuman(line, all));
	// A way that ended is no news when another took over.
	const shown = all.filter(
		(line) => line.status !== 'failed' || needs.includes(line) || line.parkedAt === null
	);
	return {
		organisation: group[0]?.organisation ?? { id: '', name: '' },
		lines: (shown.length > 0 ? shown : all).toSorted((a, b) => weight(a) - weight(b)),
		earlier: earlierTexts(group, all),
		reached: hasReached(group, status),
		needs
	};
}

function weight({ status, paper }: LedgerLine): number {
	if (paper) return 0;
	return ['read', 'received', 'failed', 'sent', 'queued', 'outdated'].indexOf(status) + 1;
}
