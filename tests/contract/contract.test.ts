import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasArrived } from '#lib/domain/retry.ts';
import { stored } from '../support/test-app.ts';
import { apiWay } from './api.ts';
import { caldavWay } from './caldav.ts';
import { mailWay } from './mail.ts';
import { HOUR } from './place.ts';
import { expectAgreement, type Way } from './way.ts';
import { webhookWay } from './webhook.ts';

const WAYS = { mail: mailWay, caldav: caldavWay, webhook: webhookWay, api: apiWay };
const TEXT = 'Bellen met school';
const NEWER = 'Langsgaan bij school';

/** As the hours go by, until nothing is tried again by itself any more. */
async function inTheEnd(way: Way): Promise<void> {
	const { clock } = way.place;
	for (let turn = 0; turn < 50; turn++) {
		await way.carry();
		const next = await stored(way.place.app).delivery.nextDueAt(clock.now());
		if (!next) return;
		clock.advance(next.getTime() - clock.now().getTime());
	}
	throw new Error('it goes on and on');
}

const standing = async ({ place, connectorId }: Way) =>
	(await place.ledger(connectorId))
		.filter(({ delivery }) => delivery.status !== 'outdated')
		.map(({ row, delivery: { status, error, parkedAt } }) => ({
			...{ actionId: row.subjectId, hasArrived: hasArrived(status) },
			...{ error, isParked: parkedAt !== null }
		}));
const arrived = (actionId: string) => ({
	...{ actionId, hasArrived: true, error: null, isParked: false }
});

describe.each(Object.entries(WAYS))('%s', (_, open) => {
	test('DL81 the same message a hundred times: one effect', async () => {
		const way = await open();
		const id = await way.place.propose(TEXT);
		await way.carry();
		const [message] = await way.place.ledger(way.connectorId);
		for (let round = 0; round < 10; round++)
			await Promise.all(Array.from({ length: 10 }, () => way.comes(message!)));
		expect(await way.effects(id)).toBe(1);
		expect(await way.truth()).toEqual(new Map([[id, expect.objectContaining(FIRST)]]));
		expect(await way.reads(id)).toBe(TEXT);
		await expectAgreement(way);
	});

	test('DL82 it acted and its answer was lost, three times: one effect, and in the end the ledger knows', async () => {
		const way = await open();
		const id = await way.place.propose(TEXT);
		way.loseReplies(true);
		for (let attempt = 0; attempt < 3; attempt++) {
			await way.carry();
			way.place.clock.advance(HOUR);
		}
		way.loseReplies(false);
		await inTheEnd(way);
		expect(await way.effects(id)).toBe(1);
		expect(await standing(way)).toEqual([arrived(id)]);
		expect(await way.reads(id)).toBe(TEXT);
		await expectAgreement(way);
	});

	test('DL83 an old message after a newer one, again or for the first time: the newer text stands', async () => {
		const way = await open();
		const { place } = way;
		const again = await place.propose(TEXT);
		await way.carry();
		const late = await place.propose('Een brief schrijven');
		const [first, second] = await place.ledger(way.connectorId);
		await place.change(again, NEWER);
		await place.change(late, 'Een kaart schrijven');
		await way.carry();
		await way.comes(first!);
		await way.comes(second!);
		expect(await way.reads(again)).toBe(NEWER);
		expect(await way.reads(late)).toBe('Een kaart schrijven');
		await expectAgreement(way);
		// Also when what came last is that it is off, or another organisation's.
		await place.withdraw(again);
		await place.change(late, 'Een boek schrijven', 'welzijn');
		await way.carry();
		for (const old of (await place.ledger(way.connectorId)).slice(0, 4)) await way.comes(old);
		expect([await way.reads(again), await way.reads(late)]).toEqual([null, null]);
		await expectAgreement(way);
	});

	test('DL84 nobody there for 24 hours: nothing is lost, in order, and it arrives by itself', async () => {
		const way = await open();
		const { place } = way;
		const before = await place.propose(TEXT);
		await way.carry();
		await way.off();
		await place.change(before, NEWER);
		const others = [await place.propose('Huisbezoek plannen'), await place.propose('Consult')];
		for (let hour = 0; hour < 24; hour += 2) {
			if (hour === 10) await place.change(others[0]!, 'Huisbezoek afspreken');
			if (hour === 20) await place.withdraw(others[1]!);
			await way.carry();
			place.clock.advance(2 * HOUR - 3 * 60_000);
			await expectAgreement(way);
		}
		await way.on();
		await inTheEnd(way);
		expect((await standing(way)).toSorted(byAction)).toEqual(
			[before, ...others].map(arrived).toSorted(byAction)
		);
		expect(await way.reads(before)).toBe(NEWER);
		expect(await way.reads(others[0]!)).toBe('Huisbezoek afspreken');
		expect(await way.reads(others[1]!)).toBeNull();
		await expectAgreement(way);
	});

	test('DL85 what can never go stands in the way of nothing else, and is parked with its reason', async () => {
		const way = await open();
		const { place } = way;
		const good = await place.propose(TEXT);
		const named = await place.propose('Met Sterre naar het consult');
		// Where nobody refuses (what is fetched is handed over), it makes the receiver stumble and begin anew.
		const refused = await place.propose('Een brief schrijven');
		const reason = await way.refuse(refused);
		const last = await place.propose('Huisbezoek plannen');
		const childId = await place.register('Stèrre');
		for (let attempt = 0; attempt < 9; attempt++) {
			await way.carry();
			place.clock.advance(25 * HOUR);
		}
		expect(await standing(way)).toEqual([
			arrived(good),
			{ actionId: named, hasArrived: false, error: 'names-in-title', isParked: true },
			reason
				? { actionId: refused, hasArrived: false, error: reason, isParked: true }
				: arrived(refused),
			arrived(last)
		]);
		expect(await way.reads(good)).toBe(TEXT);
		expect(await way.reads(last)).toBe('Huisbezoek plannen');
		expect(await way.effects(last)).toBe(1);
		expect(await way.everything()).not.toMatch(/sterre/i);
		await expectAgreement(way);
		// It was a slip in the name: "Opnieuw proberen", and it goes as it is.
		await place.write(({ cases }) => cases.changeChild(childId, { firstName: 'Stella' }));
		const parked = (await place.ledger(way.connectorId)).find(({ row }) => row.subjectId === named);
		await place.world.do('marjan', 'delivery.retry', { deliveryId: parked?.delivery.id });
		await way.carry();
		expect(await way.reads(named)).toBe('Met Sterre naar het consult');
		expect(await way.effects(named)).toBe(1);
		await expectAgreement(way);
		// And named again since, in other words.
		await place.register('Sterre');
		await place.change(named, 'Mee naar het consult');
		await way.carry();
		expect(await way.reads(named)).toBe('Mee naar het consult');
		await expectAgreement(way);
	});

	test('DL86 stopped in the middle, after it was brought and before that was written down: one effect', async () => {
		const way = await open();
		const { place } = way;
		const first = await place.propose(TEXT);
		await way.crash();
		const second = await place.propose('Huisbezoek plannen');
		await place.change(first, NEWER);
		await way.crash();
		place.clock.advance(HOUR);
		await way.carry();
		expect(await standing(way)).toEqual([arrived(second), arrived(first)]);
		expect(await way.effects(second)).toBe(1);
		expect(await way.reads(first)).toBe(NEWER);
		expect(await way.reads(second)).toBe('Huisbezoek plannen');
		await expectAgreement(way);
	});

	test('DL87 another organisation becomes owner, and it comes back: off there, then on with the text that counts', async () => {
		const way = await open();
		const { place } = way;
		const id = await place.propose(TEXT);
		await way.carry();
		await place.change(id, 'Bellen met de huisarts', 'welzijn');
		await way.carry();
		expect(await way.reads(id)).toBeNull();
		expect(await way.everything()).not.toContain('huisarts');
		expect(await standing(way)).toEqual([arrived(id)]);
		await expectAgreement(way);
		await place.change(id, NEWER);
		await way.carry();
		expect(await way.reads(id)).toBe(NEWER);
		await expectAgreement(way);
		await place.withdraw(id);
		await way.carry();
		expect(await way.reads(id)).toBeNull();
		await expectAgreement(way);
	});

	test('DL87 moved and moved back, or withdrawn, before anything left: they have what stands', async () => {
		const way = await open();
		const { place } = way;
		const back = await place.propose(TEXT);
		await place.change(back, 'Bellen met de huisarts', 'welzijn');
		await place.change(back, NEWER);
		const gone = await place.propose('Consult');
		await place.withdraw(gone);
		await inTheEnd(way);
		expect(await way.reads(back)).toBe(NEWER);
		expect(await way.reads(gone)).toBeNull();
		expect(await way.everything()).not.toMatch(/huisarts|Consult/);
		await expectAgreement(way);
	});

	test('DL87 an organisation that is at the item no more hears nothing new', async () => {
		const way = await open();
		const { place } = way;
		const id = await place.propose(TEXT);
		await way.carry();
		await place.world.do('marjan', 'ground.withdraw', {
			...{ itemId: place.world.item.noor, organisationId: place.world.organisation.ggd },
			reason: 'Hoort er niet bij'
		});
		await place.change(id, NEWER);
		await inTheEnd(way);
		expect(await way.everything()).not.toContain(NEWER);
		expect(await standing(way)).toEqual([
			{ actionId: id, hasArrived: false, error: 'organisation-left', isParked: true }
		]);
		await expectAgreement(way);
	});
});

const FIRST = { revision: 1, isOff: false };
const byAction = (a: { actionId: string }, b: { actionId: string }) =>
	a.actionId.localeCompare(b.actionId);

const STEPS = [
	...(['propose', 'change', 'move', 'withdraw', 'carry', 'hour'] as const),
	...(['lost-reply', 'off', 'crash', 'old-message'] as const)
];
type Step = { kind: (typeof STEPS)[number]; which: number };

/** One thing that may happen, to one of these actions; what the rules do not allow does not happen. */
async function take(way: Way, actions: string[], { kind, which }: Step): Promise<void> {
	const { place } = way;
	const id = actions[which % Math.max(actions.length, 1)];
	const isOpen = id !== undefined && (await place.action(id)).status !== 'withdrawn';
	switch (kind) {
		case 'propose':
			actions.push(await place.propose(`Afspraak ${actions.length}`));
			return;
		case 'change':
		case 'move':
			if (!isOpen) return;
			return place.change(id, `Anders ${which}`, kind === 'move' ? 'welzijn' : 'ggd');
		case 'withdraw':
			return isOpen ? place.withdraw(id) : undefined;
		case 'carry':
			return way.carry();
		case 'hour':
			return place.clock.advance(HOUR);
		case 'lost-reply':
			way.loseReplies(true);
			await way.carry();
			return way.loseReplies(false);
		case 'off':
			await way.off();
			await way.carry();
			return way.on();
		case 'crash':
			return way.crash();
		case 'old-message': {
			const told = await place.ledger(way.connectorId);
			const old = told[which % Math.max(told.length, 1)];
			// Only what may have left before.
			return old?.delivery.sentAt ? way.comes(old) : undefined;
		}
	}
}

/** A mail says nothing of itself, so there it is the page that shows what stands. */
async function expectTheStandingText(way: Way, actions: readonly string[]): Promise<void> {
	for (const id of actions) {
		const { title, status, ownerOrganisationId } = await way.place.action(id);
		const isTheirs = ownerOrganisationId === way.place.world.organisation.ggd;
		expect(await way.reads(id)).toBe(isTheirs && status !== 'withdrawn' ? title : null);
	}
}

test.each(Object.entries(WAYS))(
	'DL80 %s: whatever happens in whatever order, in the end the ledger is what the receiver has',
	async (_, open) => {
		const way = await open();
		const step = fc.record({ kind: fc.constantFrom(...STEPS), which: fc.nat(9) });
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 20 }), async (steps) => {
				const actions = [await way.place.propose('Afspraak')];
				for (const each of steps) await take(way, actions, each);
				await inTheEnd(way);
				await expectTheStandingText(way, actions);
				await expectAgreement(way);
			}),
			// One world for all runs, so that a run that failed cannot be repeated smaller.
			{ numRuns: way.kind === 'caldav' ? 2 : 3, seed: 2026, endOnFailure: true }
		);
	}
);
