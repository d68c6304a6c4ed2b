import type { Safety } from './judgement.ts';

/** What the order of cases needs to know of one. */
export interface Urgency {
	code: string;
	/** The last joint judgement of the child for whom it is worst; null: a child was never judged. */
	safety: Safety | null;
	/** Days since the table last discussed it, else since the case was opened. */
	waitingDays: number;
}

const RANK: readonly (Safety | null)[] = [
	'acutely-unsafe',
	'structurally-unsafe',
	'undetermined',
	null,
	'safe'
];

/** The worst of what holds for each child; a child without a judgement is never counted as safe. */
export function worstSafety(children: readonly (Safety | null)[]): Safety | null {
	return children.toSorted((a, b) => RANK.indexOf(a) - RANK.indexOf(b))[0] ?? null;
}

/** For sorting: the most unsafe first, then who waits longest; the code decides what is left (MT2, R10). */
export function bySafety(a: Urgency, b: Urgency): number {
	return (
		RANK.indexOf(a.safety) - RANK.indexOf(b.safety) ||
		b.waitingDays - a.waitingDays ||
		a.code.localeCompare(b.code)
	);
}
