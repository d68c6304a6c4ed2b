import type { Risk, Safety } from '#lib/domain/judgement.ts';

/** A judgement that is being made: nothing is chosen beforehand, so that nothing is chosen by default. */
export interface JudgementDraft {
	safety: Safety | null;
	grade: number | null;
	risk: Risk | null;
	safetyReason: string;
	riskReason: string;
}

export const emptyDraft = (): JudgementDraft => ({
	safety: null,
	grade: null,
	risk: null,
	safetyReason: '',
	riskReason: ''
});

export interface ChosenJudgement {
	safety: Safety;
	grade: number;
	risk: Risk;
}

/** The three choices, once all are made. */
export function chosen({ safety, grade, risk }: JudgementDraft): ChosenJudgement | null {
	return safety === null || grade === null || risk === null ? null : { safety, grade, risk };
}
