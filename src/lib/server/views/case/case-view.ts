import type { CaseView } from '#lib/protocol/views/case.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { AccessEntry, Actor } from '../../work.ts';
import { knownItems } from '../../usecases/known-items.ts';
import type { CaseContext } from './context.ts';
import { timeline } from './timeline.ts';
import { urgentChoice } from './urgent.ts';

/** The page of a case; null when the actor takes part in none of its items and does not run its table. */
export async function caseView(
	store: Repositories,
	actor: Actor,
	caseId: string,
	now: Date
): Promise<{ value: CaseView; reads: AccessEntry[] } | null> {
	const context = await caseContext(store, actor.personId, caseId, now);
	if (!context) return null;
	const { family, table, own } = context;
	const { children, caregivers } = family;
	return {
		value: {
			id: caseId,
			code: family.case.code,
			tableId: table.id,
			tableName: table.name,
			children: children.map(({ id, firstName, birthMonth }) => ({ id, firstName, birthMonth })),
			caregivers: caregivers.map(({ id, firstName, lastName, relation }) => ({
				id,
				firstName,
				lastName,
				relation
			})),
			closedOn: family.case.closedAt && dayInTheNetherlands(family.case.closedAt),
			items: own.toReversed().map(({ item, startsAt }) => ({
				id: item.id,
				meetingId: item.meetingId,
				day: dayInTheNetherlands(startsAt),
				status: item.status
			})),
			urgent: await urgentChoice(context),
			timeline: await timeline(context)
		},
		reads: [
			{
				event: 'read-case',
				objectKind: 'case',
				objectId: caseId,
				caseId,
				ground: context.runs ? 'chair' : 'participant'
			}
		]
	};
}

export async function caseContext(
	store: Repositories,
	personId: string,
	caseId: string,
	now: Date
): Promise<CaseContext | null> {
	const family = await store.cases.family(caseId);
	const table = family && (await store.tables.find(family.case.tableId));
	const viewer = await store.people.find(personId);
	if (!family || !table || !viewer) return null;
	const seat = await store.tables.seat(table.id, personId);
	const runs = seat !== null && seat.role !== 'member';
	const { known, own } = await knownItems(store, caseId, personId, runs);
	if (own.length === 0) return null;
	const today = dayInTheNetherlands(now);
	return { store, viewer, caseId, family, table, own, known, runs, now, today };
}
