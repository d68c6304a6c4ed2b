import { fail, ok, type Result } from './result.ts';

/** H31, safety now. */
export const SAFETY = ['safe', 'undetermined', 'structurally-unsafe', 'acutely-unsafe'] as const;
export type Safety = (typeof SAFETY)[number];

/** H32, risk in the coming six months if nothing changes. */
export const RISK = ['low', 'raised', 'high', 'undetermined'] as const;
export type Risk = (typeof RISK)[number];

/** What one person judges about one child, alone. */
export interface Judgement {
	childId: string;
	personId: string;
	organisationId: string;
	safety: Safety;
	/** 0 = unsafe now, act immediately; 10 = safe enough to close. */
	grade: number;
	risk: Risk;
	safetyReason: string;
	riskReason: string;
}

/** What the table judges together about one child, with its reasons. */
export interface JointJudgement {
	childId: string;
	safety: Safety;
	grade: number;
	risk: Risk;
	motivation: string;
}

/** H35: who keeps a judgement of one's own beside the joint one, and why. */
export interface Dissent {
	childId: string;
	personId: string;
	reason: string;
}

export type JudgementError =
	'unknown-choice' | 'grade-out-of-range' | 'reason-required' | 'too-long';

/** Characters of a reason. */
export const REASON_MAX = 2000;

/** Whether this may stand as one's own judgement: known words, a whole grade, both reasons. */
export function checkJudgement(
	judgement: Pick<Judgement, 'safety' | 'grade' | 'risk' | 'safetyReason' | 'riskReason'>
): Result<void, JudgementError> {
	return check(judgement, [judgement.safetyReason, judgement.riskReason]);
}

/** Whether this may stand as the joint judgement: the same, with one motivation. */
export function checkJointJudgement(
	judgement: Pick<JointJudgement, 'safety' | 'grade' | 'risk' | 'motivation'>
): Result<void, JudgementError> {
	return check(judgement, [judgement.motivation]);
}

function check(
	{ safety, grade, risk }: Pick<Judgement, 'safety' | 'grade' | 'risk'>,
	reasons: readonly string[]
): Result<void, JudgementError> {
	if (!SAFETY.includes(safety) || !RISK.includes(risk)) return fail('unknown-choice');
	if (!Number.isInteger(grade) || grade < 0 || grade > 10) return fail('grade-out-of-range');
	if (reasons.some((reason) => !reason.trim())) return fail('reason-required');
	return reasons.some((reason) => reason.length > REASON_MAX) ? fail('too-long') : ok();
}

/**
 * Whether the judgements about a child may become visible now (rule 4). By itself only during the
 * item, when at least two are present and all present who may judge have given theirs; beforehand
 * the first two to answer would otherwise steer the rest. The chair may, once there is one.
 */
export function mayReveal(state: {
	submittedBy: readonly string[];
	/** Those present who may judge. */
	present: readonly string[];
	byChair: boolean;
	live: boolean;
}): boolean {
	const submitted = new Set(state.submittedBy);
	if (state.byChair) return submitted.size > 0;
	const present = new Set(state.present);
	return state.live && present.size > 1 && [...present].every((person) => submitted.has(person));
}

export interface VisibleJudgements<T> {
	own: T | null;
	others: T[];
	/** Who has given a judgement: the fact alone, never what. */
	submittedBy: string[];
}

/** What one viewer may see of the judgements about one child: before the reveal only the own one. */
export function visibleJudgements<T extends Pick<Judgement, 'personId'>>(
	judgements: readonly T[],
	viewerPersonId: string,
	revealed: boolean
): VisibleJudgements<T> {
	return {
		own: judgements.find((each) => each.personId === viewerPersonId) ?? null,
		others: revealed ? judgements.filter((each) => each.personId !== viewerPersonId) : [],
		submittedBy: judgements.map((each) => each.personId)
	};
}

/** Whether an individual judgement may still be given or changed (rule 4). */
export function mayJudge(revealed: boolean): Result<void, 'already-revealed'> {
	return revealed ? fail('already-revealed') : ok();
}

export type ClosingBlock = 'no-joint-judgement' | 'unsafe' | 'undetermined' | 'high-risk';

/**
 * What keeps a case from being closed (rule 5, R33). One entry per child, null where the table has
 * not judged; a case without children was never judged at all.
 */
export function closingBlocks(
	joint: readonly (Pick<JointJudgement, 'safety' | 'risk'> | null)[]
): ClosingBlock[] {
	const blocks = new Set<ClosingBlock>();
	if (joint.length === 0) blocks.add('no-joint-judgement');
	for (const judgement of joint) {
		if (!judgement) blocks.add('no-joint-judgement');
		else {
			if (isUnsafe(judgement.safety)) blocks.add('unsafe');
			if (judgement.safety === 'undetermined') blocks.add('undetermined');
			if (judgement.risk === 'high') blocks.add('high-risk');
		}
	}
	return [...blocks];
}

/** Structurally or acutely unsafe; 'undetermined' is neither safe nor unsafe. */
export function isUnsafe(safety: Safety): boolean {
	return safety === 'structurally-unsafe' || safety === 'acutely-unsafe';
}
