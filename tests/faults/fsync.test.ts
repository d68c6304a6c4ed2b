import { expect, test, vi } from 'vitest';
import { figure } from './support/form.ts';
import { Line } from './support/line.ts';
import { storedMeeting } from './support/meeting.ts';
import { serverOn } from './support/process.ts';
import { RawTab } from './support/raw-tab.ts';
import { STRACE, Syncs } from './support/syncs.ts';

const EDITS = 60;
const ANSWERS = 20;

test(
	'FT17 each commit of text and of records is synced to disk before it is acknowledged',
	{ timeout: 120_000 },
	async () => {
		if (!STRACE) return figure('syncs to disk', 'not counted: strace is not installed');
		const meeting = await storedMeeting();
		const { itemId, childId: subjectId } = meeting;
		const cookie = meeting.cookie(meeting.world.people.hilde.id);
		const server = await serverOn(meeting.dataDir);
		// A file that was left behind and is opened again: that is where SQLite would stop syncing.
		await server.start();
		await (await RawTab.open(server.url, cookie, itemId)).write('Voor de val. ');
		await server.kill('SIGKILL');
		await server.start();
		const tab = await RawTab.open(server.url, cookie, itemId);
		const line = new Line(server.url, { cookie });
		await vi.waitFor(() => expect(line.connected).toBe(true));

		const syncs = await Syncs.watch(server.pid);
		for (let edit = 1; edit <= EDITS; edit += 1) {
			expect(await tab.write(`woord${edit} `)).toEqual({ ok: true });
			expect(syncs.count).toBeGreaterThanOrEqual(edit);
		}
		const ofText = syncs.count;
		for (let answer = 1; answer <= ANSWERS; answer += 1) {
			const value = { kind: 'text', text: `antwoord ${answer}` };
			const about = { itemId, subjectId, questionId: 'G29', value, expected: answer - 1 };
			expect(await line.command('answer.give', about)).toMatchObject({ ok: true });
			expect(syncs.count - ofText).toBeGreaterThanOrEqual(answer);
		}
		figure(
			'syncs to disk, counted',
			`${ofText} for ${EDITS} edits one after another, ${syncs.count - ofText} for ${ANSWERS} answers, in a database that was opened again after a kill`
		);
	}
);
