import type { JoiningFigures, TypingFigures } from './figures.ts';
import type { ServerName, WorkloadName } from './plan.ts';
import type { Results } from './results.ts';
import { type Interval, interval } from './statistics.ts';

export interface Target {
	name: string;
	/** Words for the bound, such as "≤ 1.0 × Hocuspocus". */
	bound: string;
	found: Interval;
	met: boolean;
}

interface Goal<F> {
	name: string;
	workload: WorkloadName;
	beside: ServerName;
	kind: 'ratio' | 'more' | 'own';
	figure: (figures: F) => number;
	/** At most this; at least when `least` is set. */
	bound: number;
	least?: boolean;
}

const SHORT: Partial<Record<ServerName, string>> = {
	hocuspocus: 'Hocuspocus',
	'socketio-relay': 'bare socket.io'
};

const cpu = ({ cpu: milliseconds }: TypingFigures) => milliseconds;
const TYPING: Goal<TypingFigures>[] = [
	...(['20x6', '100x6'] as const).flatMap((workload): Goal<TypingFigures>[] => [
		{
			name: `CPU per 1,000 delivered, ${workload}`,
			workload,
			beside: 'hocuspocus',
			kind: 'ratio',
			figure: cpu,
			bound: 1
		},
		{
			name: `CPU per 1,000 delivered, ${workload}`,
			workload,
			beside: 'socketio-relay',
			kind: 'ratio',
			figure: cpu,
			bound: 1.15
		},
		{
			name: `bytes per delivered, ${workload}`,
			workload,
			beside: 'hocuspocus',
			kind: 'ratio',
			figure: ({ bytes }) => bytes,
			bound: 1
		},
		{
			name: `memory over idle, ${workload}`,
			workload,
			beside: 'hocuspocus',
			kind: 'ratio',
			figure: ({ memory }) => memory,
			bound: 1
		}
	]),
	{
		name: 'edit to visible p50, 100x6',
		workload: '100x6',
		beside: 'hocuspocus',
		kind: 'more',
		figure: ({ visible }) => visible.p50,
		bound: 8
	},
	{
		name: 'edit to visible p99, 100x6',
		workload: '100x6',
		beside: 'hocuspocus',
		kind: 'more',
		figure: ({ visible }) => visible.p99,
		bound: 10
	},
	{
		name: 'edit to visible p99, saturating',
		workload: 'saturating',
		beside: 'hocuspocus',
		kind: 'ratio',
		figure: ({ visible }) => visible.p99,
		bound: 1.2
	},
	{
		name: 'delivered per second, saturating',
		workload: 'saturating',
		beside: 'hocuspocus',
		kind: 'ratio',
		figure: ({ deliveredPerSecond }) => deliveredPerSecond,
		bound: 1,
		least: true
	},
	...(['20x6', '100x6', 'saturating'] as const).map((workload): Goal<TypingFigures> => ({
		name: `missing deliveries, ${workload}`,
		workload,
		beside: 'casustafel',
		kind: 'own',
		figure: ({ missing }) => missing,
		bound: 0
	}))
];
const JOINING: Goal<JoiningFigures>[] = (['join', 'join-compacted'] as const).flatMap(
	(workload): Goal<JoiningFigures>[] => [
		{
			name: `time to join, ${workload}`,
			workload,
			beside: 'hocuspocus',
			kind: 'ratio',
			figure: ({ join }) => join,
			bound: 0.8
		},
		{
			name: `bytes to join over the state's size, ${workload}`,
			workload,
			beside: 'casustafel',
			kind: 'own',
			figure: ({ bytes }) => bytes,
			bound: 1.05
		}
	]
);

/** Each target with what was found; missed when the interval's better end is beyond it. */
export function targetsOf(results: Results): Target[] {
	const judge = <F>(goal: Goal<F>, ours: Map<number, F>, theirs: Map<number, F>): Target[] => {
		const values = results.paired(ours, theirs, (mine, other) => {
			if (goal.kind === 'own') return goal.figure(mine);
			const [a, b] = [goal.figure(mine), goal.figure(other)];
			return goal.kind === 'ratio' ? a / b : a - b;
		});
		if (values.length === 0) return [];
		const found = interval(values);
		const met = goal.least ? found.high >= goal.bound : found.low <= goal.bound;
		return [{ name: goal.name, bound: words(goal), found, met }];
	};
	return [
		...TYPING.flatMap((goal) =>
			judge(
				goal,
				results.typing(goal.workload, 'casustafel'),
				results.typing(goal.workload, goal.beside)
			)
		),
		...JOINING.flatMap((goal) =>
			judge(
				goal,
				results.joining(goal.workload, 'casustafel'),
				results.joining(goal.workload, goal.beside)
			)
		)
	];
}

function words<F>({ kind, bound, beside, least }: Goal<F>): string {
	const sign = least ? '≥' : '≤';
	if (kind === 'own') return `${sign} ${bound}`;
	const other = SHORT[beside] ?? beside;
	return kind === 'ratio' ? `${sign} ${bound} × ${other}` : `${sign} ${other} + ${bound} ms`;
}
