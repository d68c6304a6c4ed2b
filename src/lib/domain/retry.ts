export const DELIVERY_STATUSES = [
	'queued',
	'sent',
	'received',
	'read',
	'failed',
	'outdated'
] as const;
/** Where the delivery of one action or list to one connector stands. */
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** The delivery has reached its receiver. */
export function hasArrived(status: DeliveryStatus): boolean {
	return status === 'received' || status === 'read';
}

/** After this many failed attempts a delivery is parked on the screen, with its error and "try again". */
export const PARK_AFTER = 8;

// Together more than 24 hours even with the shortest jitter: a partner off for a day misses nothing.
const WAITS = [5, 30, 2 * 60, 10 * 60, 3600, 6 * 3600, 24 * 3600] as const;

/**
 * Seconds to wait after `attempts` failed attempts (1 or more), with a jitter of a fifth either way
 * so that a receiver that comes back is not met by all deliveries at once. `random` gives 0 ≤ r < 1.
 */
export function nextAttempt(attempts: number, random: () => number): number {
	const wait = WAITS[Math.min(Math.max(attempts, 1), WAITS.length) - 1] ?? WAITS[0];
	return Math.round(wait * (0.8 + 0.4 * random()));
}

export function isParked(attempts: number): boolean {
	return attempts >= PARK_AFTER;
}
