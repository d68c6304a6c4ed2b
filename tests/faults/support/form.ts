import { appendFileSync } from 'node:fs';
import process from 'node:process';

/** `npm run faults` runs everything in full; `npm test` the short form. */
export const FULL = process.env.FAULTS === 'full';

/** How often, or how long: in full, or short. */
export function amount({ full, short }: { full: number; short: number }): number {
	return FULL ? full : short;
}

/** A row of the fault table with what was found; times are told and never asserted. */
export function figure(row: string, found: string): void {
	const line = `${row}: ${found}`;
	process.stdout.write(`  ▸ ${line}\n`);
	if (process.env.FAULTS_REPORT) appendFileSync(process.env.FAULTS_REPORT, `${line}\n`);
}

/** The value below which this share of them lies. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const ms = (milliseconds: number) =>
	milliseconds < 10 ? `${milliseconds.toFixed(2)} ms` : `${Math.round(milliseconds)} ms`;
