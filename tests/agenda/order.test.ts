import { describe, expect, test } from 'vitest';
import { intake } from './support.ts';

describe('the order', () => {
	test('MA6 the chair moves an item one place; the others keep their order', async () => {
		const at = await intake();
		expect(await at.order()).toEqual([
			'Opening en aanwezigen',
			'Openstaande acties',
			'26-5038',
			'26-8452',
			'26-3391',
			'Afsluiting'
		]);
		await at.world.do('hilde', 'item.move', { itemId: at.world.item.amir, by: -1 });
		expect((await at.order()).slice(2, 5)).toEqual(['26-5038', '26-3391', '26-8452']);
		await at.world.do('yusuf', 'item.move', { itemId: at.world.item.amir, by: 1 });
		expect((await at.order()).slice(2, 5)).toEqual(['26-5038', '26-8452', '26-3391']);
	});

	test('MA6 at either end nothing changes', async () => {
		const at = await intake();
		const [first] = await at.store.agenda.ofMeeting(at.meetingId);
		const before = await at.order();
		await at.world.do('hilde', 'item.move', { itemId: first?.id, by: -1 });
		expect(await at.order()).toEqual(before);
	});

	test('MA6 moving leaves words and revision, so that a rewording under way still counts', async () => {
		const at = await intake();
		const itemId = at.world.item.amir;
		const before = await at.store.agenda.find(itemId);
		await at.world.do('hilde', 'item.move', { itemId, by: -1 });
		expect(await at.store.agenda.find(itemId)).toMatchObject({
			revision: before?.revision,
			reason: before?.reason
		});
	});

	test('MA6 twenty moves at once leave every item there, once', async () => {
		const at = await intake();
		const before = await at.order();
		const items = await at.store.agenda.ofMeeting(at.meetingId);
		await Promise.all(
			Array.from({ length: 20 }, (_, turn) =>
				at.try(turn % 3 ? 'hilde' : 'yusuf', 'item.move', {
					itemId: items[turn % items.length]?.id,
					by: turn % 2 ? 1 : -1
				})
			)
		);
		expect((await at.order()).toSorted()).toEqual(before.toSorted());
		const places = (await at.store.agenda.ofMeeting(at.meetingId)).map((item) => item.position);
		expect(new Set(places).size).toBe(places.length);
	});
});

describe('rewording', () => {
	const words = { reason: 'Wie gaat er heen?', news: 'Vader belde.', minutes: 15 };

	test('MA7 carries the revision one saw', async () => {
		const at = await intake();
		const { itemId } = await at.broughtByNadia();
		await at.world.do('nadia', 'item.change', { itemId, expected: 1, ...words });
		const late = { itemId, expected: 1, ...words, reason: 'Iets anders' };
		expect(await at.try('hilde', 'item.change', late)).toEqual({
			ok: false,
			error: 'stale',
			detail: { revision: 2 }
		});
		// The minutes are the chair's: Nadia's own stay as they were.
		const { reason, news } = words;
		const stored = await at.store.agenda.find(itemId);
		expect(stored).toMatchObject({ reason, news, revision: 2 });
		expect(stored?.minutes).not.toBe(words.minutes);
	});

	test('MA7 of two at once, one is stored and the other is told', async () => {
		const at = await intake();
		const { itemId } = await at.broughtByNadia();
		const outcomes = await Promise.all([
			at.try('nadia', 'item.change', { itemId, expected: 1, ...words }),
			at.try('hilde', 'item.change', { itemId, expected: 1, ...words, news: 'Moeder belde.' })
		]);
		expect(outcomes.map((one) => (one.ok ? 'ok' : one.error)).toSorted()).toEqual(['ok', 'stale']);
	});

	test.each([{ reason: '' }, { news: ' ' }])(
		'MA7 question and news stay filled: %o',
		async (empty) => {
			const at = await intake();
			const { itemId } = await at.broughtByNadia();
			expect(
				await at.try('nadia', 'item.change', { itemId, expected: 1, ...words, ...empty })
			).toMatchObject({ ok: false, error: 'reason-required' });
		}
	);

	test('MA7 a general item keeps a title', async () => {
		const at = await intake();
		const [opening] = await at.store.agenda.ofMeeting(at.meetingId);
		const input = { itemId: opening?.id, expected: 1, title: '', minutes: 5 };
		expect(await at.try('hilde', 'item.change', input)).toMatchObject({
			ok: false,
			error: 'title-required'
		});
	});
});
