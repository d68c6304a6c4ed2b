import type { FailureDetail } from '#lib/domain/result.ts';
import { m } from '#lib/paraglide/messages.js';

/** The refusals of answers, judgements and the Veilig Thuis step, and of ending an item without them. */
export const ASSESSMENT_WORDS: Record<string, (detail: FailureDetail) => string> = {
	'source-required': () => m.assessment_error_source(),
	'date-required': () => m.assessment_error_date(),
	'date-in-future': () => m.assessment_error_future(),
	incomplete: () => m.assessment_error_incomplete(),
	'too-long': () => m.assessment_error_too_long(),
	'wrong-answer-kind': () => m.assessment_error_choice(),
	'unknown-choice': () => m.assessment_error_choice(),
	'unknown-question': () => m.assessment_error_choice(),
	'unknown-subject': () => m.assessment_error_choice(),
	'grade-out-of-range': () => m.assessment_error_choice(),
	'no-difference': () => m.assessment_error_no_difference(),
	'known-answer-stands': () => m.assessment_error_known(),
	'not-a-participant': () => m.assessment_error_participant(),
	'item-concluded': () => m.assessment_error_concluded(),
	'already-revealed': () => m.assessment_error_revealed(),
	'nothing-to-reveal': () => m.assessment_error_nothing_to_reveal(),
	'not-revealed': () => m.assessment_error_not_revealed(),
	'outside-meldcode': () => m.assessment_error_outside(),
	'step-not-open': () => m.assessment_error_step(),
	'assessment-incomplete': ({ missing }) =>
		m.assessment_error_incomplete_item({ count: Number(missing ?? 0) }),
	'no-joint-judgement': () => m.assessment_error_no_joint(),
	'family-incomplete': () => m.assessment_error_family(),
	'grounds-missing': () => m.assessment_error_grounds(),
	'veilig-thuis-step-open': ({ openDecisions }) =>
		m.assessment_error_step_open({ count: Number(openDecisions ?? 0) })
};
