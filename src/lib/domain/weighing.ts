/**
 * The five weighing questions of step 4, in the order of the mandatory weighing framework (since 2019).
 * Each profession has its own framework: the words are an organisation's, the order is not.
 */
export const WEIGHING_QUESTIONS = [
	'suspicion',
	'unsafe',
	'effective-help',
	'accepted',
	'lasting'
] as const;
export type WeighingQuestion = (typeof WEIGHING_QUESTIONS)[number];

export const WEIGHING_ANSWERS = ['yes', 'no', 'unknown'] as const;
export type WeighingAnswer = (typeof WEIGHING_ANSWERS)[number];
export type WeighingAnswers = Partial<Record<WeighingQuestion, WeighingAnswer>>;

export interface Weighing {
	answers: WeighingAnswers;
	/** What the answers rest on, in the professional's own words. */
	because: string;
	/** How the organisation worded its questions at that moment; a question not here had the standard words. */
	asked: Partial<Record<WeighingQuestion, string>>;
}

/** `norm`: acute or structural unsafety. `report`: a later question leads there. */
export type WeighingOutcome =
	'unfinished' | 'no-suspicion' | 'norm' | 'report' | 'help' | 'unclear';

/**
 * What the answers come to, and which question is the next; null when the answer is known. "Unknown" is
 * never read as safe: with it no question after the second is skipped, and the outcome is at best unclear.
 */
export function weighingSays(answers: WeighingAnswers): {
	outcome: WeighingOutcome;
	next: WeighingQuestion | null;
} {
	const { suspicion, unsafe } = answers;
	if (suspicion === 'no') return { outcome: 'no-suspicion', next: null };
	if (suspicion && unsafe === 'yes') return { outcome: 'norm', next: null };
	for (const question of WEIGHING_QUESTIONS) {
		const answer = answers[question];
		if (!answer) return { outcome: 'unfinished', next: question };
		if (answer === 'no' && question !== 'unsafe') return { outcome: 'report', next: null };
	}
	const unsure = WEIGHING_QUESTIONS.some((question) => answers[question] === 'unknown');
	return { outcome: unsure ? 'unclear' : 'help', next: null };
}

/** The answers that count: those up to where the outcome is known. */
export function answersThatCount(answers: WeighingAnswers): WeighingAnswers {
	const kept: WeighingAnswers = {};
	for (const question of WEIGHING_QUESTIONS) {
		if (weighingSays(kept).next !== question || !answers[question]) break;
		kept[question] = answers[question];
	}
	return kept;
}
