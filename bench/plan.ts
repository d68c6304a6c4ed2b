/** What is put beside each other, in the order of the report. */
export const SERVERS = {
	casustafel: 'Casustafel: sign-in, guard, durable journal',
	hocuspocus: '@hocuspocus/server + extension-sqlite',
	'y-websocket': '@y/websocket-server (in memory)',
	'ws-relay': 'bare ws relay',
	'socketio-relay': 'bare socket.io relay',
	'socketio-fsync': 'socket.io relay, fsync before sending'
} as const;
export type ServerName = keyof typeof SERVERS;
export const SERVER_NAMES = Object.keys(SERVERS) as ServerName[];

/** People typing in rooms of six: how many rooms, and how many edits per person and second. */
export interface Typing {
	kind: 'typing';
	documents: number;
	rate: number;
}

/** One person opens a document that is not in memory; `tail` edits came after the last snapshot. */
export interface Joining {
	kind: 'joining';
	edits: number;
	tail: number;
	/** Documents of that size, each opened once. */
	times: number;
}

export const PER_DOCUMENT = 6;

export const WORKLOADS = {
	'20x6': { kind: 'typing', documents: 20, rate: 2 },
	'100x6': { kind: 'typing', documents: 100, rate: 2 },
	saturating: { kind: 'typing', documents: 100, rate: 8 },
	join: { kind: 'joining', edits: 20_000, tail: 150, times: 10 },
	'join-compacted': { kind: 'joining', edits: 20_000, tail: 0, times: 10 }
} as const satisfies Record<string, Typing | Joining>;
export type WorkloadName = keyof typeof WORKLOADS;
export const WORKLOAD_NAMES = Object.keys(WORKLOADS) as WorkloadName[];

/** Relays and y-websocket have no disk to join from. */
export const JOINING_SERVERS: readonly ServerName[] = ['casustafel', 'hocuspocus'];

export interface Pace {
	rounds: number;
	/**
	 * Seconds of typing that are not measured, and that are. The first go at the highest rate, whatever is
	 * measured: else it is the compiler that is measured.
	 */
	warmUp: number;
	measured: number;
}
export const FULL: Pace = { rounds: 7, warmUp: 5, measured: 10 };
export const QUICK: Pace = { rounds: 1, warmUp: 4, measured: 4 };
export const WARM_UP_RATE = 8;
