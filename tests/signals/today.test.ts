import { describe, expect, it } from 'vitest';
import type { Duty } from '#lib/protocol/views/duty.ts';
import { leftLying } from '#lib/server/views/left-lying.ts';
import type { MeetingLine } from '#lib/server/views/today.ts';
import {
	feedbackLines,
	heldLines,
	leftLines,
	openLines,
	waitingLines
} from '../../src/routes/(app)/today-lines.ts';
import { NOT_JUDGED } from '../support/not-judged.ts';
import { noorderveld } from '../support/people.ts';
import { done, stored, testApp } from '../support/test-app.ts';

const TODAY = '2026-11-24';
const NOTHING = {
	today: TODAY,
	meetings: [],
	waiting: [],
	open: [],
	duties: [],
	lying: [],
	arrivals: [],
	questions: [],
	connectors: []
};
const duty = (more: Partial<Duty>): Duty => ({
	id: JSON.stringify(more),
	area: 'coordination',
	kind: 'asked',
	group: 'wait',
	caseId: 'case-5038',
	code: '26-5038',
	due: null,
	detail: { role: 'coordinator' },
	target: 'rol-coordinator-vraag',
	...more
});
const action = (title: string, due: string) => ({
	id: title,
	title,
	code: '26-5038',
	due,
	status: 'proposed' as const
});

describe('what is on Vandaag', () => {
	it('VD1 one list of what waits, by last day; a question without one comes first; feedback apart', () => {
		const found = {
			...NOTHING,
			waiting: [action('later', '2026-12-04'), action('nu', '2026-11-24')],
			open: [action('b', '2026-12-02'), action('a', '2026-11-20')],
			duties: [
				duty({}),
				duty({
					area: 'signals',
					kind: 'tell',
					due: '2026-11-30',
					detail: { organisation: 'woningcorporatie' }
				})
			]
		};
		expect(waitingLines(found).map(({ href }) => href)).toEqual([
			'/casus/case-5038#rol-coordinator-vraag',
			'/acties/nu',
			'/acties/later'
		]);
		expect(feedbackLines(found)).toHaveLength(1);
		expect(openLines(found).map(({ text }) => text)).toEqual(['a', 'b']);
		expect(waitingLines(NOTHING)).toEqual([]);
	});

	it('VD3 roles by case', () => {
		const held = (caseId: string, role: string) =>
			duty({ kind: 'held', group: 'hold', caseId, detail: { role } });
		const lines = heldLines({
			...NOTHING,
			duties: [held('one', 'coordinator'), held('two', 'safety-watch'), held('one', 'safety-watch')]
		});
		expect(lines.map(({ href }) => href)).toEqual([
			'/casus/one',
			'/casus/two#rol-coordinator-vraag'
		]);
		expect(lines[0]?.sub).toContain(' · ');
	});

	it('VD2 meetings of the past that never began or never closed, for who runs the table', () => {
		const meeting = (id: string, more: Partial<MeetingLine>): MeetingLine => ({
			id,
			tableId: 't',
			tableName: 'Tafel',
			format: 'cjg-intake',
			status: 'planned',
			day: '2026-11-17',
			at: null,
			guest: false,
			runs: true,
			urgent: false,
			finished: null,
			items: [],
			...more
		});
		const lines = leftLines({
			...NOTHING,
			meetings: [
				meeting('never-began', {}),
				meeting('never-closed', { status: 'running' }),
				meeting('not-mine', { runs: false }),
				meeting('today', { day: TODAY }),
				meeting('closed', { status: 'closed' })
			]
		});
		expect(lines.map(({ href }) => href)).toEqual([
			'/overleg/never-began',
			'/overleg/never-closed'
		]);
	});

	it('VD2 what was carried over and is on no agenda, for who runs the table and nobody else', async () => {
		const app = testApp();
		const world = await noorderveld(app);
		const hilde = world.actor('hilde');
		const lyingFor = async (who: Parameters<typeof world.actor>[0]) =>
			(await leftLying(stored(app), world.actor(who))).value.map(({ code }) => code);
		await world.goLive('mila');
		await done(app, hilde, 'item.carry-over', { itemId: world.item.mila, ...NOT_JUDGED });
		await done(app, hilde, 'item.carry-over', { itemId: world.item.amir, ...NOT_JUDGED });
		expect((await lyingFor('hilde')).toSorted()).toEqual(['26-3391', '26-8452']);
		expect(await lyingFor('yusuf')).toHaveLength(2);
		for (const who of ['roos', 'nadia', 'wim', 'marjan', 'petra'] as const)
			expect(await lyingFor(who)).toEqual([]);
		// Brought to this agenda again, or taken along by the next meeting: it waits no more.
		await done(app, hilde, 'item.add-case', {
			meetingId: world.meeting.cjg,
			caseId: world.case.amir,
			reason: 'Toch vandaag.',
			news: 'Er is tijd over.',
			minutes: 5,
			participants: []
		});
		expect(await lyingFor('hilde')).toEqual(['26-8452']);
		await done(app, hilde, 'meeting.plan', {
			tableId: world.table.cjg,
			startsAt: '2026-12-01T08:00:00.000Z',
			minutes: 60,
			place: '',
			videoLink: ''
		});
		expect(await lyingFor('hilde')).toEqual([]);
	});
});
