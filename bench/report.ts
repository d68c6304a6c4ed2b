import { cpus } from 'node:os';
import type { JoiningFigures, TypingFigures } from './figures.ts';
import {
	JOINING_SERVERS,
	type Pace,
	SERVER_NAMES,
	SERVERS,
	WORKLOAD_NAMES,
	WORKLOADS
} from './plan.ts';
import type { Results } from './results.ts';
import { median } from './statistics.ts';
import { targetsOf } from './targets.ts';

type Column<F> = [head: string, value: (figures: F) => number];

const TYPING: Column<TypingFigures>[] = [
	['visible p50 ms', ({ visible }) => visible.p50],
	['p95', ({ visible }) => visible.p95],
	['p99', ({ visible }) => visible.p99],
	['ack p99 ms', ({ ack }) => ack?.p99 ?? NaN],
	['CPU ms / 1,000', ({ cpu }) => cpu],
	['bytes', ({ bytes }) => bytes],
	['delivered / s', ({ deliveredPerSecond }) => deliveredPerSecond],
	['missing', ({ missing }) => missing],
	['loop p99 ms', ({ loop }) => loop.p99],
	['memory MiB', ({ memory }) => memory],
	['KiB / document', ({ perDocument }) => perDocument],
	['sender late p99 ms', ({ senderLate }) => senderLate]
];
const JOINING: Column<JoiningFigures>[] = [
	['connect to text ms', ({ join }) => join],
	['open to text ms', ({ open }) => open],
	['bytes / state', ({ bytes }) => bytes]
];

/** The report as Markdown. */
export function report(results: Results, pace: Pace): string {
	const loads = results.all.map(({ load }) => load);
	return [
		'# Benchmarks',
		'',
		`Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}; ${pace.rounds} interleaved rounds, ${pace.measured} s measured after ${pace.warmUp} s. Each server in its own process, all clients in one other. Load of the machine before each measurement: median ${number(median(loads))}, at most ${number(Math.max(...loads))}.`,
		'',
		'![Processor time and time until visible, per server and workload](results.svg)',
		'',
		'## Targets',
		'',
		'Pairs of the same round; median and bootstrap 95 % interval. Missed: the better end of the interval is beyond the bound.',
		'',
		row(['Figure', 'Bound', 'Found', '95 %', '']),
		row(['---', '---', '--:', '---', '---']),
		...targetsOf(results).map(({ name, bound, found, met }) =>
			row([
				name,
				bound,
				number(found.median),
				`${number(found.low)} – ${number(found.high)}`,
				met ? 'met' : '**missed**'
			])
		),
		'',
		...WORKLOAD_NAMES.flatMap((workload) => {
			const plan = WORKLOADS[workload];
			if (plan.kind === 'typing')
				return table(
					`${workload}: ${plan.documents} × 6 people, ${plan.rate} edits a second each`,
					TYPING,
					SERVER_NAMES,
					(server) => [...results.typing(workload, server).values()]
				);
			return table(
				`${workload}: ${plan.edits.toLocaleString('en')} edits, ${plan.tail} after the snapshot`,
				JOINING,
				JOINING_SERVERS,
				(server) => [...results.joining(workload, server).values()]
			);
		}),
		'Delivered: an edit of one letter at one other person. CPU: user and system time of all threads of the server. Bytes: everything on the clients’ sockets, answers included. Memory: the highest resident size while typing, above the process before its first connection.',
		'',
		'The servers are not asked for the same thing. Ours answers and sends after the commit has been synced. Hocuspocus answers after applying and stores two seconds later; @y/websocket-server and the relays store nothing; the bare relays answer nothing. @y/websocket-server 0.1.5 as published does not start with its newest dependencies (two versions of Yjs meet), so package.json pins those it was written for.',
		''
	].join('\n');
}

function table<F, Name extends keyof typeof SERVERS>(
	title: string,
	columns: Column<F>[],
	servers: readonly Name[],
	rowsOf: (server: Name) => F[]
): string[] {
	const rows = servers.flatMap((server) => {
		const rounds = rowsOf(server);
		if (rounds.length === 0) return [];
		return [
			row([SERVERS[server], ...columns.map(([, value]) => number(median(rounds.map(value))))])
		];
	});
	if (rows.length === 0) return [];
	return [
		`## ${title}`,
		'',
		row(['Server', ...columns.map(([head]) => head)]),
		row(['---', ...columns.map(() => '--:')]),
		...rows,
		''
	];
}

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

function number(value: number): string {
	if (Number.isNaN(value)) return '–';
	if (Math.abs(value) >= 100) return value.toFixed(0);
	return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}
