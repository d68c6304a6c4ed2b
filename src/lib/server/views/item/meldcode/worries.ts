import { countsOf } from '#lib/domain/assessment.ts';
import type { ScaleChoice } from '#lib/domain/instrument.ts';
import { chosen, said } from '../../../usecases/assessment/standing.ts';
import type { ItemContext } from '../context.ts';

type Counts = (ScaleChoice | null)[];

/** What of the assessment asks for steps: the same for everyone at the item, who all see the answers. */
export interface Worries {
	/** A question of A–D counts as observed or suspected. */
	suspicion: boolean;
	sectionA: Counts;
	/** What counts for C17, of each adult who cares: help is avoided or refused. */
	refused: Counts;
}

export async function worriesAt({ store, item, family }: ItemContext): Promise<Worries> {
	const answers = said(await store.assessment.standing(item.id));
	const table = chosen(await store.assessment.tableAnswers(item.id));
	const ofChildren = (section: 'A' | 'B' | 'D') =>
		family.children.flatMap(({ id }) => countsOf(section, id, answers, table));
	const ofAdults = family.caregivers.map(({ id }) => countsOf('C', id, answers, table));
	const sectionA = ofChildren('A');
	const all = [...sectionA, ...ofChildren('B'), ...ofChildren('D'), ...ofAdults.flat()];
	return {
		suspicion: all.some((counts) => counts === 'observed' || counts === 'suspected'),
		sectionA,
		// C17 is the last question of section C.
		refused: ofAdults.map((counts) => counts.at(-1) ?? null)
	};
}
