/** What one server did under one workload in one round. */
export interface TypingFigures {
	/** Milliseconds from sending an edit to its arrival at another person. */
	visible: Percentiles;
	/** Milliseconds from sending an edit to "it is stored" (or what the server means by it); null: it does not say. */
	ack: Percentiles | null;
	/** Milliseconds of processor time (user and system, all threads) per 1,000 delivered edits. */
	cpu: number;
	/** Bytes on the wire to the clients, everything counted, per delivered edit. */
	bytes: number;
	delivered: number;
	deliveredPerSecond: number;
	missing: number;
	/** Milliseconds the event loop was late, 99th percentile and worst. */
	loop: { p99: number; max: number };
	/** MiB above the idle process at its highest. */
	memory: number;
	/** KiB per open document with its six sockets, above the idle process. */
	perDocument: number;
	/** Milliseconds the sending process was late itself, 99th percentile: how far to trust the rest. */
	senderLate: number;
}

export interface JoiningFigures {
	/** Milliseconds from connecting to having the whole text, median over the documents. */
	join: number;
	/** Milliseconds from asking for the document to having it. */
	open: number;
	/** Bytes received for the document, as a part of its state's size. */
	bytes: number;
}

export interface Percentiles {
	p50: number;
	p95: number;
	p99: number;
}

export function percentilesOf(values: readonly number[]): Percentiles {
	const sorted = Float64Array.from(values).sort();
	return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99) };
}

function at(sorted: Float64Array, part: number): number {
	if (sorted.length === 0) return NaN;
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}
