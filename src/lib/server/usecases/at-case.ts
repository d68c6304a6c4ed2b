import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Family } from '../store/cases.ts';
import type { Work } from '../work.ts';

/** A case, for who takes part in an item on it, or runs its table. */
export async function atCase(
	work: Work,
	caseId: string
): Promise<Result<{ family: Family; seated: boolean; runs: boolean }, 'not-found'>> {
	const { store, actor } = work;
	const family = await store.cases.family(caseId);
	const seat = family && (await store.tables.seat(family.case.tableId, actor.personId));
	const runs = seat !== null && seat?.role !== undefined && seat.role !== 'member';
	work.about({ objectKind: 'case', objectId: caseId, caseId: family ? caseId : null });
	return family && (runs || (await takesPart(work, caseId)))
		? ok({ family, seated: Boolean(seat), runs })
		: fail('not-found');
}

async function takesPart({ store, actor }: Work, caseId: string): Promise<boolean> {
	for (const item of await store.agenda.ofCase(caseId))
		if (await store.agenda.participant(item.id, actor.personId)) return true;
	return false;
}
