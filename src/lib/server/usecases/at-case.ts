import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Family } from '../store/cases.ts';
import type { Work } from '../work.ts';

/** A case with what decides who may do what with it. */
export interface AtCase {
	family: Family;
	/** Has a seat at its table. */
	seated: boolean;
	/** For the access log: the seat of who runs the table, else as a participant. */
	ground: string;
}

/** A case, for who takes part in an item on it, or runs its table. */
export async function atCase(work: Work, caseId: string): Promise<Result<AtCase, 'not-found'>> {
	const { store, actor } = work;
	const family = await store.cases.family(caseId);
	const seat = family && (await store.tables.seat(family.case.tableId, actor.personId));
	const runs = seat && seat.role !== 'member' ? seat.role : null;
	work.about({ objectKind: 'case', objectId: caseId, caseId: family ? caseId : null });
	return family && (runs || (await takesPart(work, caseId)))
		? ok({ family, seated: Boolean(seat), ground: runs ?? 'participant' })
		: fail('not-found');
}

async function takesPart({ store, actor }: Work, caseId: string): Promise<boolean> {
	for (const item of await store.agenda.ofCase(caseId))
		if (await store.agenda.participant(item.id, actor.personId)) return true;
	return false;
}
