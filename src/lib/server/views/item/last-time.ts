import { isOverdue } from '#lib/domain/action.ts';
import { blindSpots } from '#lib/domain/assessment.ts';
import type { LastTimePart } from '#lib/protocol/views/last-time.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { Action } from '../../store/actions.ts';
import { chosen, said } from '../../usecases/assessment/standing.ts';
import { caseFacts } from '../../usecases/meeting/case-facts.ts';
import type { ItemContext } from './context.ts';

/** Last time's actions and blind spots, of the earlier items this viewer knows (CK1, MT7). */
export async function lastTimePart(context: ItemContext): Promise<LastTimePart> {
	const { store, caseId, meeting, known } = context;
	const earlier = (await store.agenda.datedOfCase(caseId)).filter(
		({ item, startsAt }) => known.has(item.id) && startsAt < meeting.startsAt
	);
	const skipped = await lastSkip(context);
	if (earlier.length === 0) return { on: null, actions: [], blindSpots: [], skipped };
	const actions = (await store.actions.ofItems(earlier.map(({ item }) => item.id))).filter(
		({ status }) => status !== 'withdrawn'
	);
	for (const { item, startsAt } of earlier.toReversed()) {
		const spots = await openThen(context, item.id);
		if (!spots && !actions.some(({ itemId }) => itemId === item.id)) continue;
		return {
			on: dayInTheNetherlands(startsAt),
			actions: await lines(context, item.id, actions),
			blindSpots: spots ?? [],
			skipped
		};
	}
	return { on: null, actions: [], blindSpots: [], skipped };
}

/** The blind spots an item left; null when nothing was answered there. */
async function openThen(
	{ store, family }: ItemContext,
	itemId: string
): Promise<LastTimePart['blindSpots'] | null> {
	const answers = await store.assessment.standing(itemId);
	if (answers.length === 0) return null;
	return blindSpots(
		family.children.map(({ id }) => id),
		family.caregivers.map(({ id }) => id),
		said(answers),
		chosen(await store.assessment.tableAnswers(itemId))
	).map(({ questionId, subjectId }) => ({ questionId, subjectId }));
}

/** What is still open, the overdue first, then what was done of the last time. */
async function lines(
	{ store, today }: ItemContext,
	lastItemId: string,
	actions: readonly Action[]
): Promise<LastTimePart['actions']> {
	const shown = actions.filter(({ status, itemId }) => status !== 'done' || itemId === lastItemId);
	const people = await store.people.findMany([
		...new Set(shown.flatMap(({ ownerPersonId }) => ownerPersonId ?? []))
	]);
	const organisations = await store.people.organisations();
	const rank = (action: Action) => {
		if (action.status === 'done') return 2;
		return isOverdue(action, today) ? 0 : 1;
	};
	return shown
		.toSorted((a, b) => rank(a) - rank(b) || a.due.localeCompare(b.due))
		.map((action) => ({
			id: action.id,
			title: action.title,
			owner:
				people.find(({ person }) => person.id === action.ownerPersonId)?.person.name ??
				organisations.find(({ id }) => id === action.ownerOrganisationId)?.name ??
				'',
			due: action.due,
			status: action.status,
			overdue: rank(action) === 0
		}));
}

/** The last time it left an agenda without a judgement. Who is here may know what was before (CK1, MT6). */
async function lastSkip(context: ItemContext): Promise<LastTimePart['skipped']> {
	const { store, caseId, meeting, today } = context;
	// Most cases never did: one look is enough then.
	if ((await store.safetySkips.ofCases([caseId])).length === 0) return null;
	const facts = (await caseFacts(store, [caseId], today, meeting.startsAt)).get(caseId);
	const last = facts?.skips.at(-1);
	if (!facts || !last) return null;
	const who = await store.people.find(last.personId);
	return {
		count: facts.skips.length,
		on: dayInTheNetherlands(last.startsAt),
		why: last.why,
		note: last.note,
		name: who?.person.name ?? ''
	};
}
