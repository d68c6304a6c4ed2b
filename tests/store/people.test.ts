import { describe, expect, test } from 'vitest';
import { at, ID, settle } from './fixture.ts';
import { STORES } from './implementations.ts';

const names = (rows: { person: { name: string } }[]) => rows.map((row) => row.person.name);

describe.each(STORES)('people and organisations: %s', (_, open) => {
	test('a person comes with the organisation', async () => {
		const { read } = await settle(await open());
		expect(await read.people.find(ID.wim)).toMatchObject({
			person: { name: 'Wim Tuinstra', administers: 'nothing', disabledAt: null },
			organisation: { id: ID.police, underMeldcode: false }
		});
		expect(await read.people.find('no-such')).toBeNull();
		expect(await read.people.findMany([])).toEqual([]);
	});

	test('lists are by name, and the active ones leave out who is disabled', async () => {
		const store = await settle(await open());
		await store.write(({ people }) => people.change(ID.wim, { disabledAt: at(1) }));
		expect(names(await store.read.people.all())).toEqual([
			'Hilde Kremer',
			'Wim Tuinstra',
			'Yusuf Aydin'
		]);
		expect(names(await store.read.people.active())).toEqual(['Hilde Kremer', 'Yusuf Aydin']);
		expect(names(await store.read.people.ofOrganisation(ID.police))).toEqual(['Wim Tuinstra']);
		expect(names(await store.read.people.findMany([ID.yusuf, ID.hilde]))).toEqual([
			'Hilde Kremer',
			'Yusuf Aydin'
		]);
	});

	test('an e-mail address is one address, however it is typed', async () => {
		const store = await settle(await open());
		await store.write(({ people }) =>
			people.add({
				id: 'person-tirza',
				name: 'Tirza Oosting',
				organisationId: ID.cjg,
				function: 'jeugdverpleegkundige',
				email: ' Tirza@Noorderveld.example ',
				createdAt: at(0)
			})
		);
		const found = await store.read.people.byEmail('TIRZA@noorderveld.example ');
		expect(found?.person).toMatchObject({ id: 'person-tirza', email: 'tirza@noorderveld.example' });
		await expect(
			store.write(({ people }) =>
				people.add({
					id: 'person-again',
					name: 'Tirza',
					organisationId: ID.cjg,
					function: '',
					email: 'tirza@noorderveld.EXAMPLE',
					createdAt: at(0)
				})
			)
		).rejects.toThrow();
	});

	test('organisations by name, changed and found', async () => {
		const store = await settle(await open());
		await store.write(({ people }) =>
			people.changeOrganisation(ID.cjg, { requireSecondFactor: true, archivedAt: at(1) })
		);
		expect(await store.read.people.organisation(ID.cjg)).toMatchObject({
			requireSecondFactor: true,
			archivedAt: at(1)
		});
		expect((await store.read.people.organisations()).map((one) => one.name)).toEqual([
			'CJG',
			'Politie'
		]);
	});
});

describe.each(STORES)('what opens an account: %s', (_, open) => {
	test('a new invitation ends the open ones of that person only', async () => {
		const store = await settle(await open());
		const invitation = (id: string, personId: string) => ({
			id,
			personId,
			tokenHash: `hash-${id}`,
			invitedBy: ID.hilde,
			expiresAt: at(60)
		});
		await store.write(async ({ people }) => {
			await people.addInvitation(invitation('wims', ID.wim));
			await people.addInvitation(invitation('used', ID.yusuf));
			await people.addInvitation(invitation('open', ID.yusuf));
			await people.useInvitation('used', at(1));
			await people.endInvitations(ID.yusuf, at(5));
		});
		const usedAt = async (id: string) => (await store.read.people.invitation(`hash-${id}`))?.usedAt;
		expect([await usedAt('wims'), await usedAt('used'), await usedAt('open')]).toEqual([
			null,
			at(1),
			at(5)
		]);
		expect(await store.read.people.invitation('no-such')).toBeNull();
	});

	test('new recovery codes replace the old; a used one is not offered again', async () => {
		const store = await settle(await open());
		const codes = (set: string) =>
			['1', '2'].map((one) => ({
				id: set + one,
				personId: ID.hilde,
				codeHash: `hash-${set}${one}`
			}));
		await store.write(async ({ people }) => {
			await people.replaceRecoveryCodes(ID.hilde, codes('a'));
			await people.replaceRecoveryCodes(ID.hilde, codes('b'));
			await people.useRecoveryCode('b1', at(1));
		});
		const left = await store.read.people.unusedRecoveryCodes(ID.hilde);
		expect(left.map((one) => one.id)).toEqual(['b2']);
		await store.write(({ people }) => people.replaceRecoveryCodes(ID.hilde, []));
		expect(await store.read.people.unusedRecoveryCodes(ID.hilde)).toEqual([]);
	});

	test('a feed that is revoked opens nothing', async () => {
		const store = await settle(await open());
		const feed = (id: string, personId: string) => ({
			id,
			personId,
			tokenHash: `hash-${id}`,
			createdOn: '2026-11-24'
		});
		await store.write(async ({ people }) => {
			await people.addFeed(feed('hers', ID.hilde));
			await people.addFeed(feed('his', ID.wim));
			await people.revokeFeeds(ID.hilde, at(1));
		});
		expect(await store.read.people.feed('hash-hers')).toBeNull();
		expect(await store.read.people.feedsOf(ID.hilde)).toEqual([]);
		expect((await store.read.people.feed('hash-his'))?.personId).toBe(ID.wim);
	});
});
