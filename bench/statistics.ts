export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	const high = sorted[middle] ?? NaN;
	return sorted.length % 2 ? high : ((sorted[middle - 1] ?? NaN) + high) / 2;
}

export interface Interval {
	median: number;
	low: number;
	high: number;
}

const RESAMPLES = 2_000;

/** Bootstrap 95 % interval of the median of paired values; the same every time (seeded). */
export function interval(values: readonly number[]): Interval {
	const random = seeded(1);
	const medians = Array.from({ length: RESAMPLES }, () =>
		median(values.map(() => values[Math.floor(random() * values.length)] ?? NaN))
	).toSorted((a, b) => a - b);
	return {
		median: median(values),
		low: medians[Math.floor(RESAMPLES * 0.025)] ?? NaN,
		high: medians[Math.ceil(RESAMPLES * 0.975) - 1] ?? NaN
	};
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
