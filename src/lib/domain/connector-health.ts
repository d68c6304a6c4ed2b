import type { ConnectorKind } from './connector-kind.ts';

/** A connection is paused when for this long nothing arrived … */
export const FAILING_HOURS = 24;
/** … in at least this many attempts: one message in a quiet week says little. */
export const FAILING_ATTEMPTS = 8;

export interface Failures {
	/** The first failed attempt after which nothing arrived. */
	failingSince: Date | null;
	/** Failed attempts since then, this one included. */
	failedAttempts: number;
	/** The other side answered and would not have this message: that may be the message's fault. */
	isRefusal: boolean;
	/** About how many subjects something fails now. */
	subjects: number;
}

/**
 * Whether it keeps failing, so that trying on is of no use and someone has to look. One message that is
 * refused again and again is parked by itself; it says nothing of the connection.
 */
export function keepsFailing(
	{ failingSince, failedAttempts, isRefusal, subjects }: Failures,
	now: Date
): boolean {
	if (isRefusal && subjects < 2) return false;
	return (
		failingSince !== null &&
		failedAttempts >= FAILING_ATTEMPTS &&
		now.getTime() - failingSince.getTime() >= FAILING_HOURS * 3_600_000
	);
}

/** How a connection stands, in the words of its page. */
export type ConnectorState =
	'works' | 'tries-again' | 'paused' | 'test-failed' | 'never-tested' | 'never-fetched';

export interface Condition {
	kind: ConnectorKind;
	isPaused: boolean;
	isFailing: boolean;
	/** The newest that went over it was a test, and that did not arrive. */
	lastTestFailed: boolean;
	/** Whether anything ever went well over it. */
	everWorked: boolean;
}

export function connectorState({
	kind,
	isPaused,
	isFailing,
	lastTestFailed,
	everWorked
}: Condition): ConnectorState {
	if (isPaused) return 'paused';
	if (isFailing) return 'tries-again';
	if (lastTestFailed) return 'test-failed';
	if (everWorked) return 'works';
	return kind === 'api' ? 'never-fetched' : 'never-tested';
}
