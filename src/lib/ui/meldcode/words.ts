import type { Expertise } from '#lib/domain/expertise.ts';
import type { Kindcheck, MeldcodeStep } from '#lib/domain/meldcode-steps.ts';
import type { PressureKind } from '#lib/domain/pressure.ts';
import type { StraightKind } from '#lib/domain/straight.ts';
import type { WeighingAnswer, WeighingOutcome, WeighingQuestion } from '#lib/domain/weighing.ts';
import { m } from '#lib/paraglide/messages.js';
import type { HeadPart } from '#lib/protocol/views.ts';

const STEPS: Record<MeldcodeStep, { name: () => string; text: () => string }> = {
	1: { name: m.meldcode_step_1, text: m.meldcode_step_1_text },
	2: { name: m.meldcode_step_2, text: m.meldcode_step_2_text },
	3: { name: m.meldcode_step_3, text: m.meldcode_step_3_text },
	4: { name: m.meldcode_step_4, text: m.meldcode_step_4_text },
	5: { name: m.meldcode_step_5, text: m.meldcode_step_5_text }
};
export const stepName = (step: MeldcodeStep) => STEPS[step].name();
export const stepText = (step: MeldcodeStep) => STEPS[step].text();

const MARKS: Record<StraightKind, () => string> = {
	honour: m.meldcode_straight_honour,
	'forced-marriage': m.meldcode_straight_forced_marriage,
	'genital-mutilation': m.meldcode_straight_genital_mutilation
};
export const markName = (kind: StraightKind) => MARKS[kind]();

const EXPERTISES: Record<Expertise, () => string> = {
	'attention-officer': m.meldcode_expertise_attention_officer,
	'behavioural-scientist': m.meldcode_expertise_behavioural_scientist,
	'youth-doctor': m.meldcode_expertise_youth_doctor,
	'veilig-thuis': m.meldcode_expertise_veilig_thuis
};
export const expertiseName = (expertise: Expertise) => EXPERTISES[expertise]();

/** "Geen aandachtsfunctionaris, gedragswetenschapper of Veilig Thuis bij dit punt.", naming only who is absent. */
export function sayMissing(missing: readonly Expertise[]): string {
	const names = missing.map(expertiseName);
	const last = names.pop() ?? '';
	const list = names.length ? m.meldcode_expertise_or({ first: names.join(', '), last }) : last;
	return m.meldcode_expertise_missing({ list });
}

const QUESTIONS: Record<WeighingQuestion, () => string> = {
	suspicion: m.meldcode_question_suspicion,
	unsafe: m.meldcode_question_unsafe,
	'effective-help': m.meldcode_question_effective_help,
	accepted: m.meldcode_question_accepted,
	lasting: m.meldcode_question_lasting
};
/** A weighing question as the organisation words it, or in the ordinary words. */
export const weighingQuestion = (
	question: WeighingQuestion,
	own: Partial<Record<WeighingQuestion, string>> = {}
) => own[question] ?? QUESTIONS[question]();

const ANSWERS: Record<WeighingAnswer, () => string> = {
	yes: m.meldcode_yes,
	no: m.meldcode_no,
	unknown: m.meldcode_unknown
};
export const weighingAnswer = (answer: WeighingAnswer) => ANSWERS[answer]();

export function sayOutcome(outcome: WeighingOutcome): string | null {
	switch (outcome) {
		case 'unfinished':
			return null;
		case 'no-suspicion':
			return m.meldcode_outcome_no_suspicion();
		case 'norm':
			return m.meldcode_outcome_norm();
		case 'report':
			return m.meldcode_outcome_report();
		case 'help':
			return m.meldcode_outcome_help();
		case 'unclear':
			return m.meldcode_outcome_unclear();
	}
}

const CHECKS: Record<Kindcheck, () => string> = {
	safe: m.meldcode_kindcheck_safe,
	worrying: m.meldcode_kindcheck_worrying,
	'not-done': m.meldcode_kindcheck_not_done
};
export const sayKindcheck = (kindcheck: Kindcheck) => CHECKS[kindcheck]();

export const sayReport = (report: boolean) =>
	report ? m.meldcode_decided_report() : m.meldcode_decided_no_report();
export const sayHelp = (help: boolean) =>
	help ? m.meldcode_decided_help() : m.meldcode_decided_no_help();

export const pressureName = (kind: PressureKind) =>
	kind === 'pressure' ? m.meldcode_pressure_pressure() : m.meldcode_pressure_compulsion();

/** First names of these members of the family: parents, then children. */
export function sayFamily(
	head: Pick<HeadPart, 'children' | 'caregivers'>,
	ids: readonly string[]
): string {
	return [...head.caregivers, ...head.children]
		.filter(({ id }) => ids.includes(id))
		.map(({ firstName }) => firstName)
		.join(', ');
}
