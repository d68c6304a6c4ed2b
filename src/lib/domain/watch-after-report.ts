import type { MeldcodeDecision } from './veilig-thuis.ts';

/** A decision of the Veilig Thuis step, and when it was recorded (milliseconds since 1970). */
export interface RecordedDecision {
	decision: MeldcodeDecision;
	at: number;
}

/**
 * Where the watch on safety goes after the Veilig Thuis step (R28). With a report it passes to Veilig
 * Thuis once that confirms receipt; with advice it stays, and Veilig Thuis has no contact with the family.
 */
export type WatchAfterReport =
	/** Reported, and Veilig Thuis has not confirmed it yet. */
	| 'passes'
	/** Veilig Thuis holds it. */
	| 'passed'
	/** There was advice, and no report that it could go with. */
	| 'stays';

export function watchAfterReport({
	decisions,
	receivedAt,
	heldByVeiligThuis
}: {
	decisions: readonly RecordedDecision[];
	/** When receipt was last recorded. */
	receivedAt: number | null;
	heldByVeiligThuis: boolean;
}): WatchAfterReport | null {
	const reported = newest(decisions, 'reported');
	if (heldByVeiligThuis) return reported === null ? null : 'passed';
	// After a receipt the watch may have gone on to someone else: that report is done with.
	if (reported !== null && reported > (receivedAt ?? 0)) return 'passes';
	return newest(decisions, 'advice-asked') !== null ? 'stays' : null;
}

function newest(decisions: readonly RecordedDecision[], kind: MeldcodeDecision): number | null {
	const moments = decisions.filter(({ decision }) => decision === kind).map(({ at }) => at);
	return moments.length === 0 ? null : Math.max(...moments);
}
