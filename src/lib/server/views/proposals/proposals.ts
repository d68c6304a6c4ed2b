import { bySafety } from '#lib/domain/safety-order.ts';
import type { Proposal } from '#lib/protocol/views/meeting.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { Meeting } from '../../store/tables.ts';
import { caseFacts } from '../../usecases/meeting/case-facts.ts';
import type { CaseWhy, ProposalSource } from './context.ts';
import { carriedOver, longAgo, overdueActions, withoutHelp } from './course.ts';
import { checksDue, reviewsDue } from './looking-again.ts';

/** Where proposals come from; their whys are told in this order. */
const SOURCES: readonly ProposalSource[] = [
	...[overdueActions, carriedOver, withoutHelp],
	...[reviewsDue, longAgo]
];

/**
 * Cases of the table that stand on no agenda, with why they belong on this one; of closed cases those of
 * which the check is due (MT3, R10, R36).
 */
export async function proposals(
	store: Repositories,
	meeting: Meeting,
	today: string
): Promise<Proposal[]> {
	if (meeting.status !== 'planned') return [];
	const ofTable = await store.cases.ofTable(meeting.tableId);
	const closed = new Set(ofTable.filter((one) => one.closedAt).map((one) => one.id));
	const known = await caseFacts(
		store,
		ofTable.map((one) => one.id),
		today
	);
	const cases = [...known.values()].filter(
		({ earlier }) =>
			!earlier.some(({ item }) => item.status === 'planned' || item.status === 'live')
	);
	const whys: CaseWhy[] = [];
	const open = cases.filter(({ caseId }) => !closed.has(caseId));
	for (const source of SOURCES) whys.push(...(await source({ store, cases: open, today })));
	const ended = cases.filter(({ caseId }) => closed.has(caseId));
	whys.push(...(await checksDue({ store, cases: ended, today })));
	const parts = await store.agenda.participantsOf(
		cases.flatMap(({ earlier }) => earlier.at(-1)?.item.id ?? [])
	);
	return cases.toSorted(bySafety).flatMap((facts) => {
		const { caseId, code, safety, waitingDays, earlier } = facts;
		const own = whys.filter((why) => why.caseId === caseId);
		const last = earlier.at(-1)?.item;
		if (own.length === 0) return [];
		return [
			{
				caseId,
				code,
				safety,
				waitingDays,
				skips: facts.skips.length,
				closed: closed.has(caseId),
				whys: own.map(({ kind, count }) => ({ kind, count })),
				reason: last?.reason ?? '',
				participants: parts
					.filter((part) => part.itemId === last?.id)
					.map(({ personId }) => personId)
			}
		];
	});
}
