import { countsOf } from '#lib/domain/assessment.ts';
import { standingMarks } from '#lib/domain/straight.ts';
import { openDecisions, stepOpens } from '#lib/domain/veilig-thuis.ts';
import type { Organisation } from '../../store/people.ts';
import type { Repositories } from '../../store/repositories.ts';
import { chosen, said } from '../assessment/standing.ts';
import { knownAt } from '../meldcode/known-at.ts';

export interface StepState {
	/** Children for whom the Veilig Thuis step is open (rule 3). */
	open: string[];
	/** Organisations under the meldcode that still have to decide, per child. */
	outstanding: { childId: string; organisationId: string }[];
}

/** Where the Veilig Thuis step stands, from what counts in section A, the joint judgement, and what goes straight to it. */
export async function stepState(
	store: Repositories,
	itemId: string,
	childIds: readonly string[],
	organisations: readonly Pick<Organisation, 'id' | 'underMeldcode'>[]
): Promise<StepState> {
	const answers = said(await store.assessment.standing(itemId));
	const table = chosen(await store.assessment.tableAnswers(itemId));
	const joint = await store.judgements.joint(itemId);
	const straight = await goesStraight(store, itemId);
	const open = childIds.filter((childId) =>
		stepOpens({
			straight: straight.has(childId),
			sectionA: countsOf('A', childId, answers, table),
			jointSafety: joint.find((each) => each.childId === childId)?.safety ?? null
		})
	);
	const decisions = await store.judgements.meldcode(itemId);
	return { open, outstanding: openDecisions({ children: open, organisations, decisions }) };
}

/** Children of whom it was marked at this item or before it: all who are here know of that. */
async function goesStraight(store: Repositories, itemId: string): Promise<Set<string>> {
	const item = await store.agenda.find(itemId);
	if (!item?.caseId) return new Set();
	const known = await knownAt(store, item.caseId, itemId);
	const marks = standingMarks(await store.meldcode.marks(item.caseId), known);
	return new Set(marks.map(({ childId }) => childId));
}

/** The organisations at an item: those of its participants. */
export async function organisationsAt(
	store: Repositories,
	itemId: string
): Promise<Organisation[]> {
	const participants = await store.agenda.participants(itemId);
	const colleagues = await store.people.findMany(participants.map((each) => each.personId));
	return [...new Map(colleagues.map((each) => [each.organisation.id, each.organisation])).values()];
}
