import { bySafety } from '#lib/domain/safety-order.ts';
import type { Proposal } from '#lib/protocol/views/meeting.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { Meeting } from '../../store/tables.ts';
import { caseFacts } from '../../usecases/meeting/case-facts.ts';
import type { CaseWhy, ProposalSource } from './context.ts';
import { carriedOver, longAgo, overdueActions, withoutHelp } from './course.ts';

/** Where proposals come from; their whys are told in this order. */
const SOURCES: readonly ProposalSource[] = [overdueActions, carriedOver, withoutHelp, longAgo];

/** Open cases of the table that stand on no agenda, with why they belong on this one (MT3, R10). */
export async function proposals(
	store: Repositories,
	meeting: Meeting,
	today: string
): Promise<Proposal[]> {
	if (meeting.status !== 'planned') return [];
	const open = (await store.cases.ofTable(meeting.tableId)).filter((one) => !one.closedAt);
	const known = await caseFacts(
		store,
		open.map((one) => one.id),
		today
	);
	const cases = [...known.values()].filter(
		({ earlier }) =>
			!earlier.some(({ item }) => item.status === 'planned' || item.status === 'live')
	);
	const whys: CaseWhy[] = [];
	for (const source of SOURCES) whys.push(...(await source({ store, cases, today })));
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
				whys: own.map(({ kind, count }) => ({ kind, count })),
				reason: last?.reason ?? '',
				participants: parts
					.filter((part) => part.itemId === last?.id)
					.map(({ personId }) => personId)
			}
		];
	});
}
