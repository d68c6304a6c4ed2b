import { expect, test, vi } from 'vitest';
import { amount, figure, ms, quantile } from './support/form.ts';
import { Line } from './support/line.ts';
import { SIX, storedMeeting } from './support/meeting.ts';
import { onDisk } from './support/on-disk.ts';
import { serverOn } from './support/process.ts';
import { RawTab } from './support/raw-tab.ts';
import { Writer } from './support/writer.ts';

const KILLS = amount({ full: 50, short: 3 });
const TRIALS = amount({ full: 10, short: 1 });
const MINUTES = 60_000;
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 60_000, interval: 5 });

const wordsOf = (text: string) => text.split(' ').filter((word) => word !== '');

test(
	`FT1 kill -9 × ${KILLS} while six people write: nothing acknowledged is lost, all end equal`,
	{ timeout: 15 * MINUTES },
	async () => {
		const meeting = await storedMeeting();
		const { dataDir, itemId, childId: subjectId } = meeting;
		const server = await serverOn(dataDir, { asShipped: true });
		await server.start();
		const idOf = (name: string) => meeting.world.people[name as (typeof SIX)[number]].id;
		const writers = SIX.map(
			(name) =>
				new Writer(name, new Line(server.url, { cookie: meeting.cookie(idOf(name)) }), itemId)
		);
		await until(() =>
			expect(writers.map(({ document }) => document.status)).toEqual(SIX.map(() => 'open'))
		);
		for (const writer of writers) writer.begin({ itemId, subjectId });

		const back: number[] = [];
		let lostEdits = 0;
		let lostCommands = 0;
		for (let kill = 0; kill < KILLS; kill += 1) {
			const before = writers.map(({ acknowledged, answered }) => acknowledged.length + answered);
			const enough = 3 + Math.floor(Math.random() * 12);
			await until(() => {
				for (const [place, { acknowledged, answered }] of writers.entries())
					expect(acknowledged.length + answered - (before[place] ?? 0)).toBeGreaterThan(enough);
			});
			await server.kill('SIGKILL');
			// On the disk itself: after a restart the tabs would send again what was lost.
			onDisk(dataDir, (disk) => {
				const there = new Set(wordsOf(disk.text(itemId)));
				for (const { name, acknowledged, answered } of writers) {
					lostEdits += acknowledged.filter((word) => !there.has(word)).length;
					lostCommands += Math.max(0, answered - disk.answers(itemId, idOf(name)));
				}
			});
			back.push(await server.start());
		}
		for (const writer of writers) await writer.stop();
		await until(() =>
			expect(writers.map(({ document }) => document.unsaved)).toEqual(SIX.map(() => 0))
		);
		const typed = writers.flatMap((writer) => writer.typed);
		await until(() => {
			for (const { document } of writers)
				expect(wordsOf(document.text('common').toString()).length).toBe(typed.length);
		});
		await server.kill('SIGTERM');
		const stored = onDisk(dataDir, (disk) => {
			for (const { name, answered } of writers) {
				expect(disk.answers(itemId, idOf(name))).toBe(answered);
				expect(disk.commands(idOf(name))).toBe(answered);
			}
			return disk.text(itemId);
		});

		const answers = writers.reduce((sum, { answered }) => sum + answered, 0);
		figure(
			`kill -9 × ${KILLS}, six writing`,
			`${lostEdits} of ${typed.length} edits and ${lostCommands} of ${answers} commands lost; ` +
				`back in ${ms(quantile(back, 0.5))} (p50), ${ms(quantile(back, 1))} (max)`
		);
		expect({ lostEdits, lostCommands }).toEqual({ lostEdits: 0, lostCommands: 0 });
		for (const { document, refused, name } of writers) {
			expect(document.text('common').toString(), name).toBe(stored);
			expect(document.draft, name).toEqual([]);
			expect(refused, name).toEqual([]);
		}
		expect(wordsOf(stored).toSorted()).toEqual(typed.toSorted());
	}
);

test(
	'FT2 kill -9 right after 1, 40 and 400 acknowledged edits: all of them are on the disk',
	{ timeout: 15 * MINUTES },
	async () => {
		const meeting = await storedMeeting();
		const { dataDir, itemId } = meeting;
		const server = await serverOn(dataDir, { asShipped: true });
		const lost: Record<number, number> = { 1: 0, 40: 0, 400: 0 };
		for (const edits of [1, 40, 400])
			for (let trial = 0; trial < TRIALS; trial += 1) {
				await server.start();
				// Four tabs, as one may send 120 messages in a burst.
				const tabs = await Promise.all(
					Array.from({ length: Math.ceil(edits / 100) }, async () =>
						RawTab.open(server.url, meeting.cookie(meeting.world.people.hilde.id), itemId)
					)
				);
				const words = Array.from({ length: edits }, (_, n) => `w${edits}t${trial}n${n}`);
				const answers = await Promise.all(
					words.map((word, n) => tabs[n % tabs.length]?.write(`${word} `))
				);
				await server.kill('SIGKILL');
				for (const tab of tabs) tab.close();
				expect(new Set(answers.map((answer) => answer?.ok))).toEqual(new Set([true]));
				const there = new Set(onDisk(dataDir, (disk) => wordsOf(disk.text(itemId))));
				lost[edits] = (lost[edits] ?? 0) + words.filter((word) => !there.has(word)).length;
			}
		figure(
			`lost on kill -9 right after 1 / 40 / 400 acknowledged edits, ${TRIALS} trials`,
			Object.values(lost).join(' / ')
		);
		expect(lost).toEqual({ 1: 0, 40: 0, 400: 0 });
	}
);
