import { countsOf } from '#lib/domain/assessment.ts';
import { openDecisions, stepOpens } from '#lib/domain/veilig-thuis.ts';
import type { Organisation } from '../../store/people.ts';
import type { Repositories } from '../../store/repositories.ts';
import { chosen, said } from '../assessment/standing.ts';

export interface StepState {
	/** Children for whom the Veilig Thuis step is open (rule 3). */
	open: string[];
	/** Organisations under the meldcode that still have to decide, per child. */
	outstanding: { childId: string; organisationId: string }[];
}

/** Where the Veilig Thuis step stands, from what counts in section A and the joint judgement. */
export async function stepState(
	store: Repositories,
	itemId: string,
	childIds: readonly string[],
	organisations: readonly Pick<Organisation, 'id' | 'underMeldcode'>[]
): Promise<StepState> {
	const answers = said(await store.assessment.standing(itemId));
	const table = chosen(await store.assessment.tableAnswers(itemId));
	const joint = await store.judgements.joint(itemId);
	const open = childIds.filter((childId) =>
		stepOpens({
			sectionA: countsOf('A', childId, answers, table),
			jointSafety: joint.find((each) => each.childId === childId)?.safety ?? null
		})
	);
	const decisions = await store.judgements.meldcode(itemId);
	return { open, outstanding: openDecisions({ children: open, organisations, decisions }) };
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
