import { describe, expect, it } from 'vitest';
import { readSession, startSession } from '#lib/server/auth/sessions.ts';
import { peopleList, personPage } from '#lib/server/views/administration/people.ts';
import type { Actor } from '#lib/server/work.ts';
import { noorderveld } from '../support/people.ts';
import { run, stored, testApp } from '../support/test-app.ts';

const HASH = 'h'.repeat(43);

/** Yusuf administers the CJG; Hilde is his colleague there, Wim is of the police. */
async function town() {
	const app = testApp();
	const world = await noorderveld(app);
	const { yusuf, hilde, wim, petra } = world.people;
	const store = stored(app);
	const as = async (id: string): Promise<Actor> => {
		const found = await store.people.find(id);
		if (!found) throw new Error('nobody');
		const { organisationId, administers } = found.person;
		return { personId: id, organisationId, administers, client: 'test', address: '192.0.2.1' };
	};
	const details = async (id: string) => {
		const found = await store.people.find(id);
		if (!found) throw new Error('nobody');
		const { name, function: does, email, phone, administers, organisationId } = found.person;
		return { personId: id, name, function: does, email, phone, administers, organisationId };
	};
	await world.do('petra', 'person.change', {
		...(await details(yusuf.id)),
		administers: 'organisation'
	});
	const administrator = await as(yusuf.id);
	return { app, world, store, as, details, administrator, hilde, wim, petra, yusuf };
}

const newcomer = (organisationId: string, more: object = {}) => ({
	organisationId,
	name: 'Femke Brons',
	function: 'CJG-intaker',
	email: 'femke@noorderveld.example',
	phone: '',
	administers: 'nothing',
	tokenHash: HASH,
	...more
});

const ABOUT = [
	'person.disable',
	'person.enable',
	'person.end-sessions',
	'person.reset-second-factor'
] as const;

describe('an administrator of one organisation', () => {
	it('B1 manages the people of that organisation', async () => {
		const { app, world, store, administrator, hilde, details } = await town();
		const added = await run(app, administrator, 'person.add', newcomer(world.organisation.cjg));
		expect(added.ok).toBe(true);
		const changed = { ...(await details(hilde.id)), phone: '06 1234' };
		expect((await run(app, administrator, 'person.change', changed)).ok).toBe(true);
		expect((await store.people.find(hilde.id))?.person.phone).toBe('06 1234');
		for (const name of ABOUT)
			expect((await run(app, administrator, name, { personId: hilde.id })).ok, name).toBe(true);
	});

	it('B2 can do nothing with the people of another, and is told no more than that of nobody', async () => {
		const { app, world, store, administrator, wim, details } = await town();
		const before = await store.people.find(wim.id);
		const nobody = 'x'.repeat(22);
		const absent = { ok: false, error: 'not-found' };
		for (const personId of [wim.id, nobody]) {
			for (const name of ABOUT)
				expect(await run(app, administrator, name, { personId }), name).toEqual(absent);
			const input = { ...(await details(wim.id)), personId };
			expect(await run(app, administrator, 'person.change', input)).toEqual(absent);
			const invite = { personId, tokenHash: HASH };
			expect(await run(app, administrator, 'person.invite', invite)).toEqual(absent);
			expect(await personPage(app, administrator, personId)).toBeNull();
		}
		for (const organisationId of [world.organisation.police, nobody])
			expect(await run(app, administrator, 'person.add', newcomer(organisationId))).toEqual(absent);
		expect(await store.people.find(wim.id)).toEqual(before);
	});

	it('B2 sees only the own people, also by searching', async () => {
		const { app, administrator } = await town();
		const names = async (search?: string) =>
			(await peopleList(app, administrator, search)).map((person) => person.name);
		expect(await names()).toEqual(['Hilde Kremer', 'Yusuf Aydin']);
		expect(await names('politie')).toEqual([]);
		expect(await names('KREM')).toEqual(['Hilde Kremer']);
	});

	it('B2 can not move someone out to another organisation, or in from one', async () => {
		const { app, world, administrator, hilde, wim, details } = await town();
		const out = { ...(await details(hilde.id)), organisationId: world.organisation.police };
		expect((await run(app, administrator, 'person.change', out)).ok).toBe(false);
		const into = { ...(await details(wim.id)), organisationId: world.organisation.cjg };
		expect((await run(app, administrator, 'person.change', into)).ok).toBe(false);
	});

	it('B3 makes nobody an administrator of everything, and has no power over one', async () => {
		const { app, world, administrator, hilde, petra, details } = await town();
		const everything = { administers: 'everything' };
		expect(
			await run(app, administrator, 'person.add', newcomer(world.organisation.cjg, everything))
		).toMatchObject({ error: 'role-too-high' });
		const raised = { ...(await details(hilde.id)), ...everything };
		expect(await run(app, administrator, 'person.change', raised)).toMatchObject({
			error: 'role-too-high'
		});
		// Petra comes to work at the CJG: a link to a new password there would be a way up.
		const moved = { ...(await details(petra.id)), organisationId: world.organisation.cjg };
		await world.do('petra', 'person.change', moved);
		const invite = { personId: petra.id, tokenHash: HASH };
		expect(await run(app, administrator, 'person.invite', invite)).toMatchObject({
			error: 'not-found'
		});
		for (const name of ABOUT)
			expect((await run(app, administrator, name, { personId: petra.id })).ok, name).toBe(false);
	});

	it('B4 has no say over organisations and tables', async () => {
		const { app, world, administrator, hilde } = await town();
		const organisationId = world.organisation.cjg;
		const tableId = world.table.cjg;
		const organisation = {
			name: 'X',
			kind: 'cjg',
			underMeldcode: false,
			requireSecondFactor: false
		};
		const refused: [string, object][] = [
			['organisation.add', organisation],
			['organisation.change', { organisationId, ...organisation }],
			['organisation.archive', { organisationId }],
			['organisation.restore', { organisationId }],
			['table.add', { name: 'X', format: 'cjg-intake' }],
			['table.change', { tableId, name: 'X', minutes: 60, minutesPerCase: 10 }],
			['table.archive', { tableId }],
			['table.restore', { tableId }],
			['seat.give', { tableId, personId: hilde.id, role: 'chair', remote: false }],
			['seat.remove', { tableId, personId: hilde.id }]
		];
		for (const [name, input] of refused)
			expect(await run(app, administrator, name, input), name).toEqual({
				ok: false,
				error: 'not-found'
			});
	});
});

describe('someone who administers nothing', () => {
	it('B5 gets the same answer as for what does not exist, and it is on the access log', async () => {
		const { app, world, store } = await town();
		const hilde = world.actor('hilde');
		const input = { personId: world.people.yusuf.id };
		expect(await run(app, hilde, 'person.disable', input)).toEqual({
			ok: false,
			error: 'not-found'
		});
		expect(await peopleList(app, hilde)).toEqual([]);
		expect(await personPage(app, hilde, input.personId)).toBeNull();
		expect((await store.log.newest(1))[0]).toMatchObject({
			event: 'person.disable',
			objectId: input.personId,
			outcome: 'refused'
		});
	});
});

describe('people', () => {
	it('B6 have each their own e-mail address, in any case', async () => {
		const { app, world } = await town();
		const petra = world.actor('petra');
		const taken = newcomer(world.organisation.cjg, { email: ' HILDE@noorderveld.example' });
		expect(await run(app, petra, 'person.add', taken)).toMatchObject({ error: 'email-taken' });
	});

	it.each(['', 'geen adres', 'a@b@c', 'x'.repeat(260)])(
		'B6 are not reached at %j',
		async (email) => {
			const { app, world } = await town();
			const input = newcomer(world.organisation.cjg, { email });
			expect(await run(app, world.actor('petra'), 'person.add', input)).toMatchObject({
				error: 'invalid-input',
				detail: { field: 'email' }
			});
		}
	);

	it('B7 who is disabled is out at once, everywhere, with links and feeds', async () => {
		const { app, world, store, hilde } = await town();
		const { value } = await startSession(app, hilde.id, { complete: true });
		await world.do('petra', 'person.disable', { personId: hilde.id });
		expect(await readSession(app, value)).toBeNull();
		expect(await store.sessions.ofPerson(hilde.id)).toEqual([]);
		expect(await store.people.feedsOf(hilde.id)).toEqual([]);
		await world.do('petra', 'person.enable', { personId: hilde.id });
		expect(await readSession(app, value)).toBeNull();
	});

	it('B8 nobody disables oneself or takes the own role away: someone must be left to administer', async () => {
		const { app, world, petra, details } = await town();
		const actor = world.actor('petra');
		expect(await run(app, actor, 'person.disable', { personId: petra.id })).toMatchObject({
			error: 'yourself'
		});
		const lower = { ...(await details(petra.id)), administers: 'nothing' };
		expect(await run(app, actor, 'person.change', lower)).toMatchObject({ error: 'own-role' });
	});

	it('B9 another organisation or role begins with a new sign-in', async () => {
		const { app, world, hilde, details } = await town();
		const { value } = await startSession(app, hilde.id, { complete: true });
		const same = await details(hilde.id);
		await world.do('petra', 'person.change', { ...same, function: 'teamleider' });
		expect(await readSession(app, value)).not.toBeNull();
		await world.do('petra', 'person.change', {
			...same,
			organisationId: world.organisation.police
		});
		expect(await readSession(app, value)).toBeNull();
	});

	it('B10 each change is one row on the access log, with who, whom and from where', async () => {
		const { app, world, store, hilde } = await town();
		const actor = { ...world.actor('petra'), address: '192.0.2.7' };
		await run(app, actor, 'person.end-sessions', { personId: hilde.id });
		expect((await store.log.newest(1))[0]).toMatchObject({
			event: 'person.end-sessions',
			personId: world.people.petra.id,
			objectKind: 'person',
			objectId: hilde.id,
			clientAddress: '192.0.2.7',
			caseId: null,
			outcome: 'allowed'
		});
	});
});
