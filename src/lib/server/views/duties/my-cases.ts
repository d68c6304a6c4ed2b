import type { Repositories } from '../../store/repositories.ts';
import type { Actor } from '../../work.ts';
import { knownItems } from '../known-items.ts';
import type { DutyCase } from './context.ts';

/** The open cases of someone: at whose items he or she takes part, and of the tables he or she runs. */
export async function myCases(store: Repositories, actor: Actor): Promise<DutyCase[]> {
	const run = (await store.tables.ofPerson(actor.personId))
		.filter(({ seat }) => seat.role !== 'member')
		.map(({ table }) => table.id);
	const mine = await store.agenda.itemsOfPerson(actor.personId);
	const ids = new Set(mine.flatMap((item) => item.caseId ?? []));
	for (const tableId of run) for (const one of await store.cases.ofTable(tableId)) ids.add(one.id);
	const open = (await store.cases.findMany([...ids])).filter((one) => !one.closedAt);
	const cases: DutyCase[] = [];
	for (const one of open) {
		const runs = run.includes(one.tableId);
		const { known } = await knownItems(store, one.id, actor.personId, runs);
		cases.push({ case: one, known, runs });
	}
	return cases;
}
