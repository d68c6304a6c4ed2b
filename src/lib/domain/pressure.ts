import type { ScaleChoice } from './instrument.ts';
import type { Safety } from './judgement.ts';

/** Pressure is a condition with a consequence; compulsion goes by way of Raad and judge (R32). */
export const PRESSURE_KINDS = ['pressure', 'compulsion'] as const;
export type PressureKind = (typeof PRESSURE_KINDS)[number];

/** What the table did at one moment: chose it, stepped down from it, or said why not now. */
export type PressureMoment = {
	itemId: string;
	kind: PressureKind | 'step-down' | 'not-now';
};

/** What is in force: the last one chosen, unless stepped down since. Moments oldest first. */
export function inForce<T extends PressureMoment>(moments: readonly T[]): T | null {
	const last = moments.findLast(({ kind }) => kind !== 'not-now') ?? null;
	return last?.kind === 'step-down' ? null : last;
}

const worries = (counts: ScaleChoice | null) => counts === 'observed' || counts === 'suspected';

/** Whether the table is asked: help is refused and safety is not sufficient, and it has not answered here. */
export function asksForPressure(at: {
	itemId: string;
	/** What counts for C17 of each adult. */
	refused: readonly (ScaleChoice | null)[];
	/** Of each child; null where the table has not judged. */
	joint: readonly (Safety | null)[];
	/** What counts for A of each child. */
	sectionA: readonly (ScaleChoice | null)[];
	moments: readonly PressureMoment[];
}): boolean {
	if (!at.refused.some(worries)) return false;
	const insufficient =
		at.joint.some((safety) => safety !== null && safety !== 'safe') || at.sectionA.some(worries);
	if (!insufficient || inForce(at.moments)) return false;
	return !at.moments.some(({ itemId }) => itemId === at.itemId);
}
