import { expect, test } from 'vitest';
import { caseView } from '#lib/server/views/case/case-view.ts';
import { bringCase } from '#lib/server/views/bring-case.ts';
import { tableView } from '#lib/server/views/table.ts';
import { myMeetings } from '#lib/server/views/today.ts';
import { course, type Course } from './support.ts';
import type { Who } from '../agenda/support.ts';

const call = (at: Course, by: Who = 'hilde', participants: Who[] = ['roos', 'wim']) =>
	at.world.do<{ meetingId: string; itemId: string }>(by, 'meeting.urgent', {
		caseId: at.world.case.deWitBakker,
		why: 'Vader staat voor de deur.',
		participants: participants.map((person) => at.world.people[person].id)
	});

test('MT12 one command: a running meeting, at its one item, with who was asked and the chair', async () => {
	const at = await course();
	const { meetingId, itemId } = await call(at, 'roos', ['wim']);
	const seen = await at.at('wim', meetingId);
	expect(seen?.meeting).toMatchObject({ status: 'running', urgent: true, role: 'guest' });
	expect(seen?.agenda).toMatchObject([{ id: itemId, status: 'live', code: '26-5038' }]);
	expect((await at.item('wim', itemId))?.head).toMatchObject({
		news: 'Vader staat voor de deur.',
		presenter: { name: 'Roos van Dalen' },
		meetingStatus: 'running'
	});
	const people = (await at.item('hilde', itemId))?.people.filter(({ takesPart }) => takesPart);
	expect(people?.map(({ name }) => name).toSorted()).toEqual([
		'Hilde Kremer',
		'Roos van Dalen',
		'Wim Tuinstra'
	]);
	const { meetings } = await myMeetings(at.store, at.world.actor('wim'), at.app.clock.now());
	expect(meetings.find(({ id }) => id === meetingId)).toMatchObject({
		status: 'running',
		urgent: true,
		items: [{ code: '26-5038' }]
	});
	const [row] = await at.store.log.newest(1);
	expect(row).toMatchObject({ event: 'urgent-meeting', caseId: at.world.case.deWitBakker });
});

test('MT12 a guest at the case, and who knows nothing of it, call none; nor on a closed case', async () => {
	const at = await course();
	const input = { caseId: at.world.case.deWitBakker, why: 'Nu.', participants: [] };
	expect(await at.try('wim', 'meeting.urgent', input)).toMatchObject({ error: 'members-only' });
	for (const person of ['nadia', 'jeroen', 'petra'] as const)
		expect(await at.try(person, 'meeting.urgent', input)).toEqual({
			ok: false,
			error: 'not-found'
		});
	expect(await at.try('hilde', 'meeting.urgent', { ...input, why: ' ' })).toMatchObject({
		error: 'invalid-input'
	});
	const unknown = { ...input, participants: ['aaaaaaaaaaaaaaaaaaaaaa'] };
	expect(await at.try('hilde', 'meeting.urgent', unknown)).toMatchObject({
		error: 'unknown-person'
	});
});

test('MT12 asked by default: who was at the newest item, and Veilig Thuis; nobody to a guest', async () => {
	const at = await course();
	const choice = async (person: Who, caseId: string) => {
		const view = await caseView(at.store, at.world.actor(person), caseId, at.app.clock.now());
		return view?.value.urgent ?? null;
	};
	const asked = (await choice('hilde', at.world.case.deWitBakker))?.people.filter(
		(one) => one.asked
	);
	expect(asked?.map(({ label }) => label.split(',')[0])).toEqual([
		'Roos van Dalen',
		'Wim Tuinstra',
		'Yusuf Aydin'
	]);
	expect(await choice('wim', at.world.case.deWitBakker)).toBeNull();
});

test('MT13 a member who is not asked finds no urgent meeting, wherever he or she looks', async () => {
	const at = await course();
	const { meetingId } = await call(at);
	for (const person of ['nadia', 'jeroen', 'petra'] as const) {
		const actor = at.world.actor(person);
		expect(await at.at(person, meetingId)).toBeNull();
		const today = await myMeetings(at.store, actor, at.app.clock.now());
		expect(JSON.stringify(today)).not.toContain(meetingId);
		expect(await bringCase(at.store, actor, meetingId)).toBeNull();
		expect(JSON.stringify(await tableView(at.store, actor, at.world.table.cjg))).not.toContain(
			meetingId
		);
		for (const [name, input] of [
			['item.add-general', { title: 'Nog iets', minutes: 5 }],
			['meeting.close', {}],
			['meeting.order-by-safety', {}]
		] as const)
			expect(await at.try(person, name, { meetingId, ...input })).toEqual({
				ok: false,
				error: 'not-found'
			});
	}
	// A deputy runs the table, and finds it; so does the member who was asked.
	expect(await at.at('yusuf', meetingId)).not.toBeNull();
	const roos = await tableView(at.store, at.world.actor('roos'), at.world.table.cjg);
	expect(roos?.meetings.find(({ id }) => id === meetingId)?.urgent).toBe(true);
});
