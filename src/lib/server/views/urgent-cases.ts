import type { Repositories } from '../store/repositories.ts';
import type { AccessEntry, Actor } from '../work.ts';
import { myCases } from './duties/my-cases.ts';

/** The open cases of a table on which this member can call an urgent meeting: the own ones, by code. */
export async function urgentCases(
	store: Repositories,
	actor: Actor,
	tableId: string
): Promise<{ value: { id: string; code: string }[]; reads: AccessEntry[] }> {
	const { cases } = await myCases(store, actor);
	const own = cases.filter((one) => one.case.tableId === tableId);
	return {
		value: own
			.map((one) => ({ id: one.case.id, code: one.case.code }))
			.toSorted((a, b) => a.code.localeCompare(b.code)),
		reads: own.map((one) => ({
			event: 'read-list',
			objectKind: 'case',
			objectId: one.case.id,
			caseId: one.case.id,
			ground: one.runs ? 'chair' : 'participant'
		}))
	};
}
