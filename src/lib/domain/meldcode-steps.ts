import { fail, ok, type Result } from './result.ts';
import { type Weighing, weighingSays } from './weighing.ts';

/** The five steps of the meldcode, each professional's own (R14). */
export const MELDCODE_STEPS = [1, 2, 3, 4, 5] as const;
export type MeldcodeStep = (typeof MELDCODE_STEPS)[number];

/** Are there (other) children who depend on these parents, and are they safe? (R4) */
export const KINDCHECKS = ['safe', 'worrying', 'not-done'] as const;
export type Kindcheck = (typeof KINDCHECKS)[number];

/** Step 1: what gives cause for worry. */
export interface MappedSignals {
	signals: string;
	/** The child told it itself: then reporting is the professional norm. */
	childTold: boolean;
	kindcheck: Kindcheck;
}

/** Step 2: with whom it was looked at. */
export interface Consulted {
	who: string;
	on: string;
	outcome: string;
}

/** Step 5: two separate decisions. */
export interface OwnDecisions {
	report: boolean;
	help: boolean;
	/** Why not reported though reporting is the norm; '' when nothing asks for it. */
	because: string;
}

/** How far one professional is, as far as the one who looks may know. */
export interface Walk {
	signals: MappedSignals | null;
	consulted: Consulted | null;
	weighing: Weighing | null;
	decisions: OwnDecisions | null;
	/** His or her organisation asked Veilig Thuis for advice. */
	advised: boolean;
	/** How the talks with the family stand (`talkStep`). */
	talk: TalkStep;
	/** Something goes straight to Veilig Thuis. */
	straight: boolean;
}
export type TalkStep = 'open' | 'planned' | 'done' | 'not-needed';

/** What the Kindcheck asks for now: advice at once, or first the check itself. */
export function kindcheckAsks(kindcheck: Kindcheck): 'consult' | 'do-kindcheck' | null {
	switch (kindcheck) {
		case 'safe':
			return null;
		case 'worrying':
			return 'consult';
		case 'not-done':
			return 'do-kindcheck';
	}
}

export function stepDone(walk: Walk, step: MeldcodeStep): boolean {
	switch (step) {
		case 1:
			return walk.signals !== null;
		case 2:
			return walk.consulted !== null || walk.advised;
		case 3:
			return walk.talk === 'done' || walk.talk === 'not-needed';
		case 4:
			return walk.weighing !== null;
		case 5:
			return walk.decisions !== null;
	}
}

/** The first step that is not done; null when all are. */
export function nextStep(walk: Walk): MeldcodeStep | null {
	return MELDCODE_STEPS.find((step) => !stepDone(walk, step)) ?? null;
}

/** Someone has begun who wrote something in one of the own steps. */
export const hasBegun = ({ signals, consulted, weighing, decisions }: Walk): boolean =>
	[signals, consulted, weighing, decisions].some((each) => each !== null);

/** How reporting stands after steps 1 to 4. */
export function reportingIs({
	signals,
	weighing
}: Pick<Walk, 'signals' | 'weighing'>): 'norm' | 'pointed-at' | 'open' {
	if (signals?.childTold) return 'norm';
	switch (weighing ? weighingSays(weighing.answers).outcome : 'unfinished') {
		case 'norm':
			return 'norm';
		case 'report':
			return 'pointed-at';
		default:
			return 'open';
	}
}

/** Whether the two decisions may stand: weighed first, and with a reason where reporting is the norm. */
export function mayDecide(
	walk: Pick<Walk, 'signals' | 'weighing' | 'straight'>,
	{ report, because }: Pick<OwnDecisions, 'report' | 'because'>
): Result<void, 'weigh-first' | 'reason-required'> {
	if (!walk.weighing && !walk.straight) return fail('weigh-first');
	const asked = walk.straight || reportingIs(walk) !== 'open';
	return !report && asked && !because.trim() ? fail('reason-required') : ok();
}
