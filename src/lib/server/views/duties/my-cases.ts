import type { Repositories } from '../../store/repositories.ts';
import type { Actor } from '../../work.ts';
import { knownItems } from '../../usecases/known-items.ts';
import type { DutyCase } from './context.ts';

/**
 * The cases of someone, at whose items he or she takes part and of the tables he or she runs: the open
 * ones, and the closed ones of which is still to be checked whether it is safe.
 */
export async function myCases(
	store: Repositories,
	actor: Actor
): Promise<{ cases: DutyCase[]; closed: DutyCase[] }> {
	const run = (await store.tables.ofPerson(actor.personId))
		.filter(({ seat }) => seat.role !== 'member')
		.map(({ table }) => table.id);
	const mine = await store.agenda.itemsOfPerson(actor.personId);
	const ids = new Set(mine.flatMap((item) => item.caseId ?? []));
	for (const tableId of run) for (const one of await store.cases.ofTable(tableId)) ids.add(one.id);
	const toCheck = new Set((await store.closing.toCheck()).map(({ caseId }) => caseId));
	const cases: DutyCase[] = [];
	const closed: DutyCase[] = [];
	for (const one of await store.cases.findMany([...ids])) {
		if (one.closedAt && !toCheck.has(one.id)) continue;
		const runs = run.includes(one.tableId);
		const { known } = await knownItems(store, one.id, actor.personId, runs);
		(one.closedAt ? closed : cases).push({ case: one, known, runs });
	}
	return { cases, closed };
}
