import type { AnswerValue } from './answer.ts';
import { isBlindSpot, type ScaleChoice } from './instrument.ts';

export type OutcomeState = 'blank' | 'blind-spot' | 'agreed' | 'difference' | 'table';

export interface Outcome {
	state: OutcomeState;
	/** What counts now; null only when nobody answered: a blank is never "no" (rule 1). */
	counts: ScaleChoice | null;
	/** Known answers differ from each other, or from what the table chose: stays visible. */
	differs: boolean;
}

const WORRY: Readonly<Record<ScaleChoice, number>> = {
	'not-checked': 0,
	'ruled-out': 1,
	suspected: 2,
	observed: 3,
	unknown: 0,
	present: 1,
	fragile: 2,
	absent: 3
};

/**
 * What counts of the answers of all to one scale question about one child or adult (rule 6).
 * A table's answer that says "we do not know" never takes the place of a known answer.
 */
export function outcome(
	answers: readonly { value: AnswerValue }[],
	tableAnswer: { value: AnswerValue } | null
): Outcome {
	const choices = answers.flatMap(({ value }) => choiceOf(value));
	const known = choices.filter((choice) => !isBlindSpot(choice));
	const [table] = tableAnswer ? choiceOf(tableAnswer.value) : [];
	if (table && !isBlindSpot(table)) {
		return { state: 'table', counts: table, differs: known.some((each) => each !== table) };
	}
	const differs = new Set(known).size > 1;
	if (known.length > 0) {
		const counts = known.reduce((worst, each) => (WORRY[each] > WORRY[worst] ? each : worst));
		return { state: differs ? 'difference' : 'agreed', counts, differs };
	}
	const counts = table ?? choices[0] ?? null;
	return { state: counts ? 'blind-spot' : 'blank', counts, differs };
}

function choiceOf(value: AnswerValue): ScaleChoice[] {
	return value.kind === 'scale' ? [value.choice] : [];
}
