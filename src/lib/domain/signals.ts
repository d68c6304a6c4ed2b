import type { Day } from './day.ts';
import { fail, ok, type Result } from './result.ts';

/** By whom a signal was given: someone at the item by id, or someone outside it in words. */
export interface Signaller {
	personId: string | null;
	/** Of someone outside; may be unknown. */
	name: string;
	/** Of someone outside: organisation or function, as "woningcorporatie". */
	organisation: string;
}

/** Checks who gave a signal, and when; certainty is not asked (R13). */
export function checkSignal(
	{ personId, organisation }: Signaller,
	givenOn: Day,
	today: Day
): Result<void, 'signaller-missing' | 'date-in-future'> {
	if (personId === null && organisation === '') return fail('signaller-missing');
	return givenOn > today ? fail('date-in-future') : ok();
}

/** Correcting and withdrawing are for who wrote it down, who gave it, and who runs the table (R35). */
export function mayChangeSignal(
	signal: { recordedBy: string; signallerId: string | null; withdrawnAt: unknown },
	personId: string,
	runs: boolean
): Result<void, 'signal-withdrawn' | 'signal-not-yours'> {
	if (signal.withdrawnAt !== null) return fail('signal-withdrawn');
	const own = signal.recordedBy === personId || signal.signallerId === personId;
	return own || runs ? ok() : fail('signal-not-yours');
}

/** The day of the first signal that stands: from then on the family was waiting (R26). */
export function firstSignalOn(
	signals: readonly { givenOn: Day; withdrawnAt: unknown }[]
): Day | null {
	return (
		signals
			.filter(({ withdrawnAt }) => withdrawnAt === null)
			.map(({ givenOn }) => givenOn)
			.toSorted()[0] ?? null
	);
}
