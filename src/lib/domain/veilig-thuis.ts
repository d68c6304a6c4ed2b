import { isDay, type Day } from './day.ts';
import type { ScaleChoice } from './instrument.ts';
import { isUnsafe, type Safety } from './judgement.ts';
import { fail, ok, type Result } from './result.ts';

/** What an organisation decides for one child in the Veilig Thuis step. */
export const MELDCODE_DECISIONS = ['advice-asked', 'reported', 'not'] as const;
export type MeldcodeDecision = (typeof MELDCODE_DECISIONS)[number];

/** One per organisation and child; the newest counts. 'reported' includes advice asked before it. */
export interface VeiligThuisDecision {
	childId: string;
	organisationId: string;
	decision: MeldcodeDecision;
	/** Required for 'not'. */
	because: string | null;
	decidedOn: Day;
}

export const BECAUSE_MAX = 2000;

/**
 * Whether the step opens for a child (rule 3): something acute counts as observed or suspected, or
 * the table judges the child unsafe. It also opens for what goes straight to Veilig Thuis (ME13).
 */
export function stepOpens(child: {
	/** What counts for A1..A5, null where nobody answered. */
	sectionA: readonly (ScaleChoice | null)[];
	jointSafety: Safety | null;
	/** Honour-related violence, forced marriage or genital mutilation is marked. */
	straight?: boolean;
}): boolean {
	if (child.straight) return true;
	const acute = child.sectionA.some((counts) => counts === 'observed' || counts === 'suspected');
	return acute || (child.jointSafety !== null && isUnsafe(child.jointSafety));
}

export function checkDecision(
	decision: Pick<VeiligThuisDecision, 'decision' | 'because' | 'decidedOn'>,
	today: Day
): Result<void, 'unknown-choice' | 'reason-required' | 'too-long' | DateError> {
	if (!MELDCODE_DECISIONS.includes(decision.decision)) return fail('unknown-choice');
	if (!isDay(decision.decidedOn)) return fail('date-required');
	if (decision.decidedOn > today) return fail('date-in-future');
	const because = decision.because?.trim() ?? '';
	if (decision.decision === 'not' && !because) return fail('reason-required');
	return because.length > BECAUSE_MAX ? fail('too-long') : ok();
}

type DateError = 'date-required' | 'date-in-future';

/** Who still has to decide, for which child: each organisation under the meldcode, for itself. */
export function openDecisions(item: {
	/** The children for whom the step is open. */
	children: readonly string[];
	/** The organisations at the item. */
	organisations: readonly { id: string; underMeldcode: boolean }[];
	decisions: readonly Pick<VeiligThuisDecision, 'childId' | 'organisationId'>[];
}): { childId: string; organisationId: string }[] {
	const bound = [
		...new Set(item.organisations.filter((each) => each.underMeldcode).map((each) => each.id))
	];
	return item.children.flatMap((childId) =>
		bound
			.filter(
				(organisationId) =>
					!item.decisions.some(
						(each) => each.childId === childId && each.organisationId === organisationId
					)
			)
			.map((organisationId) => ({ childId, organisationId }))
	);
}

export type ConcludeError =
	/** No child or no adult is registered, so nobody was asked about (rule 2). */
	| 'family-incomplete'
	| 'assessment-incomplete'
	| 'no-joint-judgement'
	| 'grounds-missing'
	| 'veilig-thuis-step-open';

/**
 * Whether a case item may be concluded. Carrying it over is always possible. The error is the first
 * in the order of the item; the detail counts them all, so that the screen can name them together.
 */
export function mayConclude(item: {
	/** As `completeness` says. */
	complete: boolean;
	/** Blank questions of A–E. */
	missing: number;
	childrenWithoutJoint: number;
	/** H33 and H34 left empty, counted over the children. */
	textsMissing: number;
	openDecisions: number;
}): Result<void, ConcludeError> {
	const { complete, ...detail } = item;
	if (item.missing > 0) return fail('assessment-incomplete', detail);
	if (!complete) return fail('family-incomplete', detail);
	if (item.childrenWithoutJoint > 0) return fail('no-joint-judgement', detail);
	if (item.textsMissing > 0) return fail('grounds-missing', detail);
	if (item.openDecisions > 0) return fail('veilig-thuis-step-open', detail);
	return ok();
}
