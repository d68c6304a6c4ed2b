import { counted } from '#lib/domain/closing-comparison.ts';
import type { ClosingPart, ItemPlace } from '#lib/protocol/views/closing.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { AssessedItem } from '../../usecases/closing/assessed-items.ts';
import { closingEvidence, type Evidence } from '../../usecases/closing/closing-facts.ts';
import { namesOf } from '../case/names-of.ts';
import { closureView } from './closure-view.ts';
import type { ItemContext } from './context.ts';

/** What was agreed for next time, what closing still asks, and what came of closing (CL1–CL13). */
export async function closingPart(context: ItemContext): Promise<ClosingPart> {
	const { store, caseId, family, known, runs, viewer } = context;
	const evidence = await closingEvidence(store, family, known);
	const { basis, changes, contacts, openActions } = evidence;
	const closure = (await store.closing.closures(caseId)).findLast(({ itemId }) =>
		known.has(itemId)
	);
	const review = (await store.closing.reviews(caseId)).findLast(({ itemId }) => known.has(itemId));
	const names = await namesOf(
		store,
		changes.map(({ notNeededBy }) => notNeededBy)
	);
	return {
		mayClose: runs,
		closedOn: family.case.closedAt && dayInTheNetherlands(family.case.closedAt),
		facts: evidence.facts,
		basis: basis && { ...placeOf(basis), concluded: basis.item.status === 'done' },
		openActions: openActions.flatMap(({ id, title, itemId }) => {
			const at = evidence.items.find(({ item }) => item.id === itemId);
			return at ? [{ id, title, ...placeOf(at) }] : [];
		}),
		onAgenda: evidence.onAgenda.map(placeOf),
		contacts: contacts.map((each) => ({
			id: each.id,
			childId: each.childId,
			on: each.on,
			how: each.how,
			name: each.name,
			function: each.function,
			mayRemove: runs || each.recordedBy === viewer.person.id
		})),
		changes: changes.toReversed().map((each) => ({
			id: each.id,
			kind: each.kind,
			on: each.on,
			what: each.what,
			open: evidence.openChanges.includes(each),
			notNeeded:
				each.notNeeded === null
					? null
					: { because: each.notNeeded, name: names.get(each.notNeededBy ?? '') ?? '' }
		})),
		review: review ? { on: review.on, about: review.about } : null,
		nextMeetings: await nextMeetings(context),
		closure: closure ? await closureView(context, closure) : null,
		previous: previousOf(evidence, context)
	};
}

function placeOf({ item, startsAt }: AssessedItem): ItemPlace {
	return { itemId: item.id, meetingId: item.meetingId, day: dayInTheNetherlands(startsAt) };
}

/** A guest does not learn when the table meets. */
async function nextMeetings({
	store,
	table,
	seats,
	viewer,
	today
}: ItemContext): Promise<string[]> {
	if (!seats.some(({ personId }) => personId === viewer.person.id)) return [];
	return (await store.tables.meetings(table.id))
		.filter(({ status }) => status === 'planned')
		.map(({ startsAt }) => dayInTheNetherlands(startsAt))
		.filter((day) => day > today)
		.toSorted();
}

/** The newest item before this one that was assessed. */
function previousOf({ items }: Evidence, { item }: ItemContext): ClosingPart['previous'] {
	const here = items.findIndex((each) => each.item.id === item.id);
	const before = items
		.slice(0, Math.max(here, 0))
		.findLast(({ answers, joint }) => joint.length > 0 || answers.length > 0);
	return before
		? {
				...placeOf(before),
				counted: counted(before.answers, before.table),
				joint: before.joint.map(({ childId, safety, grade, risk }) => ({
					...{ childId, safety, grade, risk }
				}))
			}
		: null;
}
