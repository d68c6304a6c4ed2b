import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS, MEETING_FORMATS } from '#lib/domain/format.ts';
import { CASES } from '#lib/server/demo/cases.ts';
import { organisationList } from '#lib/server/views/administration/organisations.ts';
import { peopleList, personPage } from '#lib/server/views/administration/people.ts';
import { emptySeats, tableList, tablePage } from '#lib/server/views/administration/tables.ts';
import { noorderveld } from '../support/people.ts';
import { run, stored, testApp } from '../support/test-app.ts';

async function town() {
	const app = testApp();
	const world = await noorderveld(app);
	return { app, world, petra: world.actor('petra'), store: stored(app) };
}

describe('a table', () => {
	it.each(MEETING_FORMATS)(
		'B11 of the format %s starts with its seats and minutes',
		async (format) => {
			const { app, world, petra } = await town();
			const { tableId } = await world.do<{ tableId: string }>('petra', 'table.add', {
				name: 'Nieuwe tafel',
				format
			});
			const { minutes, minutesPerCase, requiredSeats } = FORMATS[format];
			expect(await tablePage(app, petra, tableId)).toMatchObject({
				minutes,
				minutesPerCase,
				chair: null,
				empty: requiredSeats.map(({ key }) => key)
			});
		}
	);

	it('B12 says which required seats are empty; two of one kind ask two people', () => {
		const required = FORMATS['cjg-intake'].requiredSeats.map(({ kind, key }) => ({
			kind,
			label: key
		}));
		expect(emptySeats(required, [])).toHaveLength(3);
		expect(emptySeats(required, ['cjg'])).toEqual([
			'seat_behavioural_scientist',
			'seat_veilig_thuis'
		]);
		expect(emptySeats(required, ['cjg', 'cjg', 'police', 'veilig-thuis'])).toEqual([]);
	});

	it('B12 a disabled person fills no seat', async () => {
		const { app, world, petra } = await town();
		expect((await tablePage(app, petra, world.table.cjg))?.empty).toEqual([]);
		await world.do('petra', 'person.disable', { personId: world.people.roos.id });
		expect((await tablePage(app, petra, world.table.cjg))?.empty).toEqual(['seat_veilig_thuis']);
	});

	it('B13 has one chair: who was it becomes deputy', async () => {
		const { world, store } = await town();
		const { yusuf, hilde } = world.people;
		const tableId = world.table.cjg;
		const seat = { tableId, personId: yusuf.id, role: 'chair', remote: false };
		await world.do('petra', 'seat.give', seat);
		const role = async (id: string) => (await store.tables.seat(tableId, id))?.role;
		expect([await role(yusuf.id), await role(hilde.id)]).toEqual(['chair', 'deputy']);
	});

	it('B14 opens cases, so an administrator gives no seat to oneself', async () => {
		const { app, world, petra } = await town();
		const seat = {
			tableId: world.table.cjg,
			personId: petra.personId,
			role: 'chair',
			remote: false
		};
		expect(await run(app, petra, 'seat.give', seat)).toMatchObject({ error: 'own-seat' });
		const page = await tablePage(app, petra, world.table.cjg);
		expect(page?.others.map(({ id }) => id)).not.toContain(petra.personId);
	});

	it('B14 who loses the seat loses the table', async () => {
		const { world, store } = await town();
		const { nadia } = world.people;
		await world.do('petra', 'seat.remove', { tableId: world.table.cjg, personId: nadia.id });
		expect(await store.tables.ofPerson(nadia.id)).toEqual([]);
	});

	it('B15 in the archive is in nobody’s list, and comes back whole', async () => {
		const { app, world, store, petra } = await town();
		const tableId = world.table.zat;
		await world.do('petra', 'table.archive', { tableId });
		expect(await store.tables.ofPerson(world.people.karel.id)).toEqual([]);
		expect((await tableList(app, petra))?.at(-1)).toMatchObject({ id: tableId, archived: true });
		await world.do('petra', 'table.restore', { tableId });
		expect(await store.tables.ofPerson(world.people.karel.id)).toHaveLength(1);
	});
});

describe('an organisation', () => {
	it('B16 is archived only when nobody there can sign in', async () => {
		const { app, world, petra } = await town();
		const organisationId = world.organisation.police;
		expect(await run(app, petra, 'organisation.archive', { organisationId })).toEqual({
			ok: false,
			error: 'organisation-has-people',
			detail: { count: 1 }
		});
		await world.do('petra', 'person.disable', { personId: world.people.wim.id });
		await world.do('petra', 'organisation.archive', { organisationId });
		const list = await organisationList(app, petra);
		expect(list?.at(-1)).toMatchObject({ id: organisationId, archived: true, people: 0 });
	});
});

describe('administrators read no cases', () => {
	it('B17 no case, item or meeting opens for who administers everything', async () => {
		const { app, world, petra } = await town();
		const itemId = world.item.deWitBakker;
		const attempts: [string, object][] = [
			['item.arrive', { itemId }],
			['item.set-live', { itemId }],
			['item.invite', { itemId, personId: petra.personId }],
			[
				'action.propose',
				{ itemId, title: 'Bellen', ownerOrganisationId: petra.organisationId, due: '2026-12-01' }
			]
		];
		for (const [name, input] of attempts)
			expect(await run(app, petra, name, input), name).toMatchObject({
				ok: false,
				error: 'not-found'
			});
	});

	it('B17 nothing of a case is in any of the pages', async () => {
		const { app, world, petra } = await town();
		const pages = JSON.stringify([
			await peopleList(app, petra),
			await personPage(app, petra, world.people.hilde.id),
			await organisationList(app, petra),
			await tableList(app, petra),
			await tablePage(app, petra, world.table.cjg)
		]);
		expect(pages).toContain('Hilde Kremer');
		for (const { code, children, reason, news } of Object.values(CASES)) {
			expect(pages).not.toContain(code);
			for (const { firstName } of children) expect(pages).not.toContain(`"${firstName}"`);
			for (const text of [reason, news]) expect(pages).not.toContain(text);
		}
		for (const id of [...Object.values(world.case), ...Object.values(world.item)])
			expect(pages).not.toContain(id);
	});

	it('B17 none of the code behind them touches what holds cases', () => {
		const folders = [
			'src/lib/server/views/administration',
			'src/lib/server/usecases/administration'
		];
		const files = folders.flatMap((folder) =>
			readdirSync(folder).map((name) => join(folder, name))
		);
		const holdsCases = /store\.(cases|agenda|assessment|judgements|actions|decisions|delivery)\b/;
		expect(files.filter((file) => holdsCases.test(readFileSync(file, 'utf8')))).toEqual([]);
	});
});
