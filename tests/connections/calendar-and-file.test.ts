import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { organisationActions } from '#lib/server/connectors/organisation-actions.ts';
import { organisationFeed } from '#lib/server/calendar/organisation-feed.ts';
import { sha256, transact } from '#lib/server/transact.ts';
import { csv } from '#lib/server/usecases/actions/csv.ts';
import type { Actor } from '#lib/server/work.ts';
import { deliveryWorld, type DeliveryWorld } from '../delivery/world.ts';
import { run, stored } from '../support/test-app.ts';

const own = (at: DeliveryWorld, person: 'tirza' | 'bas'): Actor => ({
	...at.world.actor(person),
	administers: 'organisation'
});

async function withFeed(at: DeliveryWorld, organisationId: string) {
	const secret = at.app.ids.secret();
	await at.world.do('petra', 'organisation-feed.create', {
		...{ organisationId, tokenHash: sha256(secret) }
	});
	return secret;
}

describe('KO20 the calendar of an organisation', () => {
	test('holds the last day of each of its open actions, and nothing that says what or about whom', async () => {
		const at = await deliveryWorld();
		const { ggd, welzijn } = at.world.organisation;
		const mine = await at.propose('Bellen met school');
		const other = await at.propose('Met de ouders praten', { ownerOrganisationId: welzijn });
		const secret = await withFeed(at, ggd);
		const feed = await organisationFeed(at.app, secret, '192.0.2.1');
		const text = feed.ok ? feed.value : '';
		expect(text).toContain(mine);
		expect(text).not.toContain(other);
		expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
		for (const content of ['Bellen', '26-4187', 'Noor', 'Visser', 'GGD'])
			expect(text.replaceAll('casustafel', '')).not.toContain(content);
		expect((await stored(at.app).log.newest(1))[0]).toMatchObject({
			...{ event: 'read-organisation-feed', caseId: at.world.case.noor, ground: 'owner' },
			...{ organisationId: ggd, client: 'organisation-feed' }
		});
	});
	test('KO21 a new address ends the one before; revoked, archived and unknown answer alike', async () => {
		const at = await deliveryWorld();
		const { welzijn: organisationId } = at.world.organisation;
		const read = async (secret: string) => organisationFeed(at.app, secret, '192.0.2.1');
		const first = await withFeed(at, organisationId);
		const second = await withFeed(at, organisationId);
		const nothing = { ok: false, error: 'not-found' };
		expect(await read(first)).toEqual(nothing);
		expect((await read(second)).ok).toBe(true);
		await at.world.do('petra', 'organisation-feed.revoke', { organisationId });
		expect(await read(second)).toEqual(nothing);
		expect(await read(at.app.ids.secret())).toEqual(nothing);
		const third = await withFeed(at, organisationId);
		for (const { person } of await stored(at.app).people.ofOrganisation(organisationId))
			await at.world.do('petra', 'person.disable', { personId: person.id });
		await at.world.do('petra', 'organisation.archive', { organisationId });
		expect(await read(third)).toEqual(nothing);
		expect(
			await run(at.app, at.world.actor('petra'), 'organisation-feed.create', {
				...{ organisationId, tokenHash: 'h'.repeat(43) }
			})
		).toEqual(nothing);
	});
});

test('KO22 the file of an organisation holds what its own system may fetch, for its own administrator', async () => {
	const at = await deliveryWorld();
	const { welzijn } = at.world.organisation;
	await at.propose('Bellen met school');
	await at.propose('Met de ouders praten', { ownerOrganisationId: welzijn });
	const read = (actor: Actor) =>
		transact(
			at.app,
			actor,
			(work) => organisationActions(work, at.app.settings.publicUrl),
			'export-organisation-actions'
		);
	const file = await read(own(at, 'tirza'));
	expect(file).toMatchObject({ value: [{ title: 'Bellen met school', caseCode: '26-4187' }] });
	expect((await stored(at.app).log.newest(1))[0]).toMatchObject({
		...{ event: 'export-organisation-actions', caseId: at.world.case.noor, ground: 'administrator' }
	});
	expect(await read(at.world.actor('tirza'))).toMatchObject({ error: 'not-found' });
	// Who administers everything gets it of the own organisation, which has no actions.
	expect(await read(at.world.actor('petra'))).toMatchObject({ value: [] });
});

/** RFC 4180, with semicolons: what a spreadsheet reads. */
function parse(file: string): string[][] {
	const rows: string[][] = [[]];
	let at = file.startsWith('\uFEFF') ? 1 : 0;
	while (at < file.length) {
		if (file[at] !== '"') throw new Error('a cell that is not quoted');
		let cell = '';
		for (at++; ; at++) {
			if (at >= file.length) throw new Error('a cell that does not end');
			if (file[at] !== '"') cell += file[at];
			else if (file[at + 1] === '"') {
				cell += '"';
				at++;
			} else break;
		}
		rows.at(-1)?.push(cell);
		at++;
		if (file[at] === ';') at++;
		else if (file.startsWith('\r\n', at)) {
			at += 2;
			rows.push([]);
		} else throw new Error('something after a cell');
	}
	return rows.slice(0, -1);
}

test('KO23 any text comes back whole from a spreadsheet, and no cell begins a formula', () => {
	const nasty = fc.stringMatching(/^[=+\-@\t\r\n"';, a-z＝＋－＠]{0,12}$/u);
	const text = fc.oneof(nasty, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
	fc.assert(
		fc.property(
			fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1 }),
			(rows) => {
				const file = csv(rows);
				expect(file.startsWith('\uFEFF')).toBe(true);
				const cells = parse(file);
				expect(cells.map((row) => row.length)).toEqual(rows.map((row) => row.length));
				for (const [index, row] of cells.entries())
					for (const [column, cell] of row.entries()) {
						expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
						const was = rows[index]?.[column] ?? '';
						expect([was, `'${was}`]).toContain(cell);
					}
			}
		)
	);
});
