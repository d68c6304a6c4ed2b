import type { TypingFigures } from './figures.ts';
import { SERVER_NAMES, type WorkloadName } from './plan.ts';
import type { Results } from './results.ts';
import { median } from './statistics.ts';

const WORKLOADS: WorkloadName[] = ['20x6', '100x6', 'saturating'];
const PANELS: { title: string; value: (figures: TypingFigures) => number }[] = [
	{ title: 'CPU, ms per 1,000 delivered', value: ({ cpu }) => cpu },
	{ title: 'edit to visible p50, ms (log)', value: ({ visible }) => visible.p50 },
	{ title: 'edit to visible p99, ms (log)', value: ({ visible }) => visible.p99 }
];
const COLOURS = ['#0b6470', '#b4530a', '#7a6a53', '#8f9aa3', '#5b7fb5', '#a05070'];
const WIDTH = 900;
const LABEL = 130;
const BAR = 13;
const GROUP = SERVER_NAMES.length * BAR + 22;
const PANEL = WORKLOADS.length * GROUP + 46;

/** Bars per workload and server: the median, and a thin line from the lowest to the highest round. */
export function plot(results: Results): string {
	const panels = PANELS.map((panel, place) => {
		const isLog = panel.title.includes('log');
		const all = WORKLOADS.flatMap((workload) =>
			SERVER_NAMES.flatMap((server) => valuesOf(results, workload, server, panel.value))
		);
		const x = scale(all, isLog);
		const bars = WORKLOADS.flatMap((workload, group) => [
			text(LABEL - 10, 46 + group * GROUP + GROUP / 2 - 8, workload, 'end'),
			...SERVER_NAMES.map((server, line) => {
				const values = valuesOf(results, workload, server, panel.value);
				if (values.length === 0) return '';
				const y = 36 + group * GROUP + line * BAR;
				const end = x(median(values));
				const middle = y + BAR / 2 - 1;
				return (
					`<rect x="${LABEL}" y="${y}" width="${(end - LABEL).toFixed(1)}" height="${BAR - 3}" fill="${COLOURS[line]}"/>` +
					`<path d="M${x(Math.min(...values)).toFixed(1)} ${middle}H${x(Math.max(...values)).toFixed(1)}" stroke="#222"/>` +
					text(x(Math.max(...values)) + 6, y + BAR - 4, median(values).toFixed(1), 'start', 10)
				);
			})
		]);
		return `<g transform="translate(0 ${40 + place * PANEL})">${text(LABEL, 22, panel.title, 'start', 15)}${bars.join('')}</g>`;
	});
	const legend = SERVER_NAMES.map(
		(server, place) =>
			`<rect x="${20 + place * 145}" y="14" width="11" height="11" fill="${COLOURS[place]}"/>` +
			text(36 + place * 145, 24, server)
	);
	const height = 50 + PANELS.length * PANEL;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif"><rect width="${WIDTH}" height="${height}" fill="#fff"/>${legend.join('')}${panels.join('')}</svg>\n`;
}

function valuesOf(
	results: Results,
	workload: WorkloadName,
	server: (typeof SERVER_NAMES)[number],
	value: (figures: TypingFigures) => number
): number[] {
	return [...results.typing(workload, server).values()].map(value).filter(Number.isFinite);
}

function scale(values: readonly number[], isLog: boolean): (value: number) => number {
	const room = WIDTH - LABEL - 70;
	const most = Math.max(...values);
	if (!isLog) return (value) => LABEL + (value / most) * room;
	const least = Math.min(...values) / 2;
	return (value) => LABEL + (Math.log(value / least) / Math.log(most / least)) * room;
}

const text = (x: number, y: number, words: string, anchor = 'start', size = 12) =>
	`<text x="${x.toFixed(0)}" y="${y.toFixed(0)}" font-size="${size}" text-anchor="${anchor}" fill="#222">${words}</text>`;
