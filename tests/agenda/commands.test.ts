import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { intake } from './support.ts';

describe('a command that comes again', () => {
	test('MA18 the same id twice: one effect, the same answer', async () => {
		const at = await intake();
		const id = randomUUID();
		const input = { meetingId: at.meetingId, title: 'Vakantie', minutes: 5 };
		const first = await at.try('hilde', 'item.add-general', input, id);
		const before = await at.order();
		at.app.clock.advance(3_600_000);
		expect(await at.try('hilde', 'item.add-general', input, id)).toEqual(first);
		expect(await at.order()).toEqual(before);
	});

	test('MA18 both at once: one effect, the same answer', async () => {
		const at = await intake();
		const id = randomUUID();
		const input = { meetingId: at.meetingId, title: 'Vakantie', minutes: 5 };
		const [first, second] = await Promise.all([
			at.try('hilde', 'item.add-general', input, id),
			at.try('hilde', 'item.add-general', input, id)
		]);
		expect(second).toEqual(first);
		expect((await at.order()).filter((title) => title === 'Vakantie').length).toBe(1);
	});

	test('MA18 the same id with another input, another name or another person is refused', async () => {
		const at = await intake();
		const id = randomUUID();
		const input = { meetingId: at.meetingId, title: 'Vakantie', minutes: 5 };
		await at.try('hilde', 'item.add-general', input, id);
		const reused = { ok: false, error: 'command-id-reused' };
		expect(await at.try('hilde', 'item.add-general', { ...input, minutes: 6 }, id)).toEqual(reused);
		expect(await at.try('hilde', 'meeting.start', { meetingId: at.meetingId }, id)).toEqual(reused);
		expect(await at.try('yusuf', 'item.add-general', input, id)).toEqual(reused);
	});

	test('MA18 an id that is not a UUID, a name that is no command: refused before anything', async () => {
		const at = await intake();
		const input = { meetingId: at.meetingId };
		const invalid = { ok: false, error: 'invalid-input' };
		expect(await at.try('hilde', 'meeting.start', input, 'again')).toEqual(invalid);
		for (const name of ['meeting.explode', 'constructor', '__proto__', 'toString'])
			expect(await at.try('hilde', name, input)).toEqual(invalid);
	});

	test('MA19 a refused command changes nothing, and may come again under its id', async () => {
		const at = await intake();
		const id = randomUUID();
		const input = { itemId: at.world.item.mila };
		const before = await at.store.agenda.ofMeeting(at.meetingId);
		expect(await at.try('hilde', 'item.set-live', input, id)).toMatchObject({
			ok: false,
			error: 'meeting-not-running'
		});
		expect(await at.store.agenda.ofMeeting(at.meetingId)).toEqual(before);
		expect(await at.store.commands.find(id)).toBeNull();
		await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
		expect(await at.try('hilde', 'item.set-live', input, id)).toMatchObject({ ok: true });
	});
});
