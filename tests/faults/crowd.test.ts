import { setTimeout as passing } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { amount, figure, FULL, ms, quantile } from './support/form.ts';
import { Line } from './support/line.ts';
import { SIX, storedMeeting } from './support/meeting.ts';
import { type Figures, serverOn } from './support/process.ts';
import { Writer } from './support/writer.ts';

const SOCKETS = amount({ full: 1_000, short: 40 });
/** As the browser's connection has it. */
const AS_SHIPPED = [300, 3_000] as const;
const TABS_EACH = 20;
const SOAK_MINUTES = Number(process.env.SOAK_MINUTES ?? 10);
const MINUTES = 60_000;
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 2 * MINUTES, interval: 20 });
const count = <T>(all: readonly T[], holds: (one: T) => boolean) => all.filter(holds).length;

test(
	`FT14 ${SOCKETS} sockets come back at once: all in step`,
	{ timeout: 10 * MINUTES },
	async () => {
		const meeting = await storedMeeting({ crowd: SOCKETS / TABS_EACH });
		const items = Object.values(meeting.world.item);
		const server = await serverOn(meeting.dataDir);
		await server.start();
		const tabs = Array.from({ length: SOCKETS }, (_, place) => {
			const personId = meeting.crowd[place % meeting.crowd.length] ?? '';
			const line = new Line(server.url, { cookie: meeting.cookie(personId), back: AS_SHIPPED });
			return new Writer(`t${place}x`, line, items[place % items.length] ?? '');
		});
		const open = ({ document }: Writer) => document.status === 'open';
		await until(() => expect(count(tabs, open)).toBe(SOCKETS));

		await server.kill();
		await until(() => expect(count(tabs, ({ line }) => line.connected)).toBe(0));
		// One in seven has typed meanwhile: each item gets words of several tabs.
		for (const [place, tab] of tabs.entries()) if (place % 7 === place % items.length) tab.type();
		await server.start();
		const there = performance.now();
		await until(() => expect(count(tabs, ({ line }) => line.connected)).toBe(SOCKETS));
		const connected = performance.now() - there;
		await until(() => {
			expect(count(tabs, ({ document }) => document.unsaved > 0)).toBe(0);
			for (const item of items) {
				const at = tabs.filter(({ document }) => document.id === item);
				const texts = new Set(at.map(({ document }) => document.text('common').toString()));
				expect(texts.size).toBe(1);
				expect([...texts][0]?.split(' ').filter(Boolean).length).toBe(
					at.reduce((sum, { typed }) => sum + typed.length, 0)
				);
			}
		});
		const inStep = performance.now() - there;
		const { loop } = await server.figures();
		figure(
			`${SOCKETS} sockets return at once`,
			`all connected ${ms(connected)} and in step ${ms(inStep)} after the server is there; ` +
				`event loop p99 ${ms(loop.p99)}, max ${ms(loop.max)} (tabs and server on one machine)`
		);
		expect(tabs.flatMap(({ document }) => document.draft)).toEqual([]);
	}
);

if (FULL)
	test(
		`FT15 six people write for ${SOAK_MINUTES} minutes: memory and file handles stay flat`,
		{ timeout: (SOAK_MINUTES + 5) * MINUTES },
		async () => {
			const meeting = await storedMeeting();
			const { itemId, childId: subjectId } = meeting;
			const server = await serverOn(meeting.dataDir);
			await server.start();
			const samples: (Figures & { at: number })[] = [];
			const answered = SIX.map(() => 0);
			let edits = 0;
			const end = performance.now() + SOAK_MINUTES * MINUTES;
			while (performance.now() < end) {
				const writers = SIX.map((name, place) => {
					const personId = meeting.world.people[name].id;
					const line = new Line(server.url, { cookie: meeting.cookie(personId) });
					const writer = new Writer(name, line, itemId);
					writer.answered = answered[place] ?? 0;
					return writer;
				});
				await until(() =>
					expect(count(writers, ({ document }) => document.status === 'open')).toBe(6)
				);
				for (const writer of writers) writer.begin({ itemId, subjectId, erase: 4_000 });
				await passing(15_000);
				for (const [place, writer] of writers.entries()) {
					await writer.stop();
					await writer.document.close();
					writer.line.socket.close();
					answered[place] = writer.answered;
					edits += writer.typed.length;
				}
				// With nobody in: what an open document holds is not what leaks.
				await vi.waitFor(async () => expect((await server.figures()).tabs).toBe(0));
				samples.push({ ...(await server.figures()), at: performance.now() });
			}
			const warm = samples.slice(Math.floor(samples.length / 3));
			const heap = warm.map(({ at, heap: bytes }) => [at / 3.6e6, bytes / 1024 / 1024] as const);
			const handles = warm.map((sample) => sample.handles);
			figure(
				`soak, ${SOAK_MINUTES} minutes, ${edits} edits in ${samples.length} sittings`,
				`heap ${slope(heap).toFixed(2)} MB/h after warm-up (${heap[0]?.[1].toFixed(1)} → ${heap.at(-1)?.[1].toFixed(1)} MB), ` +
					`file handles ${Math.min(...handles)}–${Math.max(...handles)}, event loop p99 ${ms(warm.at(-1)?.loop.p99 ?? NaN)}`
			);
			expect(Math.max(...handles) - Math.min(...handles)).toBeLessThan(10);
		}
	);

/** How much the second grows by one of the first: the median over all pairs, as single samples leap. */
function slope(points: readonly (readonly [number, number])[]): number {
	const slopes = points.flatMap(([x, y], place) =>
		points.slice(place + 1).map(([a, b]) => (b - y) / (a - x))
	);
	return quantile(slopes, 0.5);
}
