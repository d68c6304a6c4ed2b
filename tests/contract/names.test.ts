import fc from 'fast-check';
import { expect, test } from 'vitest';
import { organisationActions } from '#lib/server/connectors/organisation-actions.ts';
import { actionFeed } from '#lib/server/calendar/action-feed.ts';
import { organisationFeed } from '#lib/server/calendar/organisation-feed.ts';
import { announceActionList } from '#lib/server/outbox/announce.ts';
import { registeredNamesIn } from '#lib/domain/names.ts';
import { ok } from '#lib/domain/result.ts';
import { sha256, transact } from '#lib/server/transact.ts';
import { csv } from '#lib/server/usecases/actions/csv.ts';
import { setUpApi } from '#lib/server/usecases/connectors/set-up-api.ts';
import { partner } from '../delivery/api-fetch.ts';
import { Browser, connectMail, linkIn, TEAM } from '../mail/world.ts';
import { mailServer } from '../support/mail-server.ts';
import { run, stored } from '../support/test-app.ts';
import { apiWay } from './api.ts';
import { caldavWay } from './caldav.ts';
import { mailWay } from './mail.ts';
import { Place } from './place.ts';
import { expectAgreement } from './way.ts';
import { webhookWay } from './webhook.ts';

const WAYS = { mail: mailWay, caldav: caldavWay, webhook: webhookWay, api: apiWay };

/** Letters that no word, id or address here has side by side. */
const letters = fc.string({ unit: fc.constantFrom(...'qxzjvw'), minLength: 6, maxLength: 9 });
const marks = fc.array(fc.constantFrom('', '', '\u0301', '\u0308', '\u0327', '\u030c'), {
	minLength: 9,
	maxLength: 9
});
const form = fc.constantFrom('NFC', 'NFD');
const written = (plain: string) =>
	fc
		.record({ marks, form, isLoud: fc.boolean(), isFirstLoud: fc.boolean() })
		.map(({ marks: on, form: as, isLoud, isFirstLoud }) => {
			const cased = isLoud ? plain.toUpperCase() : plain;
			const first = isFirstLoud ? cased.charAt(0).toUpperCase() : cased.charAt(0);
			const all = [...(first + cased.slice(1))].map((letter, at) => letter + (on[at] ?? ''));
			return all.join('').normalize(as);
		});
const before = fc.constantFrom(
	...[
		'',
		'',
		'"',
		'„',
		'(',
		"'",
		'‘',
		'👨‍👩‍👧',
		'1️⃣',
		'ℹ️',
		'🎉',
		'_',
		'/',
		'Bakker-',
		'\u200b',
		'#',
		'2'
	]
);
const after = fc.constantFrom(
	...[
		'',
		's',
		"'s",
		'’s',
		'ʼs',
		'ꞌs',
		'´s',
		's™',
		'-Bakker',
		'/vader',
		'!',
		'”',
		'™',
		'²',
		'👍🏽',
		'️⃣',
		'…',
		'8'
	]
);
/** A name as it is registered, and a title in which somebody wrote it in an own way. */
const named = letters.chain((plain) =>
	fc.record({
		name: fc
			.tuple(fc.constantFrom('', '', 'van der ', 'De ', 'Anne-'), written(plain))
			.map((parts) => parts.join('')),
		title: fc
			.tuple(before, written(plain), after)
			.map((parts) => `Morgen met ${parts.join('')} bellen`),
		plain: fc.constant(plain)
	})
);

/** By hand: apart in letters and marks, without those, small. */
const flat = (text: string) =>
	text
		.replaceAll(/\r?\n[ \t]/g, '')
		.normalize('NFD')
		.replaceAll(/[^\p{L}\p{N}\s]/gu, '')
		.toLowerCase();

/** One world for all runs: a failure is told as it was, not made smaller. */
const RUNS = { seed: 2026, endOnFailure: true };

test.each(Object.entries(WAYS))(
	'DL88 %s: a registered name never leaves, however it is written; what is parked goes with other words',
	async (_, open) => {
		const way = await open();
		const { place } = way;
		await fc.assert(
			fc.asyncProperty(named, async ({ name, title, plain }) => {
				const id = await place.propose(title);
				const other = await place.propose('Bellen met school');
				await place.register(name);
				// Who types it now is told at once.
				const input = { itemId: place.world.item.noor, title, due: '2027-01-01' };
				expect(
					await run(place.app, place.world.actor('marjan'), 'action.propose', {
						...{ ...input, ownerOrganisationId: place.world.organisation.ggd }
					})
				).toMatchObject({ ok: false, error: 'names-in-title' });
				await way.carry();
				expect(await way.reads(id)).toBeNull();
				expect(await way.reads(other)).toBe('Bellen met school');
				expect(flat(await way.everything())).not.toContain(plain);
				const told = (await place.ledger(way.connectorId)).find(({ row }) => row.subjectId === id);
				expect(told?.delivery).toMatchObject({ status: 'failed', error: 'names-in-title' });
				expect(told?.delivery.parkedAt).not.toBeNull();
				await expectAgreement(way);
				await place.change(id, 'Morgen met iemand bellen');
				await way.carry();
				expect(await way.reads(id)).toBe('Morgen met iemand bellen');
			}),
			// More of them is for what needs no server: see the one below.
			{ ...RUNS, numRuns: way.kind === 'webhook' ? 6 : 4 }
		);
	}
);

test('DL88 however it is written, among other names too, it is found and nothing else is', () => {
	fc.assert(
		fc.property(named, named, ({ name, title, plain }, other) => {
			fc.pre(!flat(other.name).includes(plain) && !plain.includes(other.plain));
			const names = ['Noor', name, other.name, 'Visser'];
			expect(registeredNamesIn(title, names, [])).toEqual([name]);
			expect(registeredNamesIn(title, names, [plain])).toEqual([]);
			expect(registeredNamesIn(`${title}, ${other.title}`, names, [plain])).toEqual([other.name]);
		}),
		{ numRuns: 1000 }
	);
});

test.each(Object.entries(WAYS))(
	"DL88 %s: the owner's own name may leave, also when a child has it, and hides no other",
	async (_, open) => {
		const way = await open();
		const { place } = way;
		const own = await place.propose('Tirza’s afspraak met TÍRZA maken');
		const both = await place.propose('Tirza belt Sterre');
		await place.register('Tirza');
		await place.register('Sterre');
		await way.carry();
		expect(await way.reads(own)).toBe('Tirza’s afspraak met TÍRZA maken');
		expect(await way.reads(both)).toBeNull();
		await expectAgreement(way);
	}
);

test('DL88 what was told before a name was registered is told no more: page, list, API, file and calendars', async () => {
	const server = await mailServer();
	const mailFrom = 'Casustafel <casustafel@noorderveld.example>';
	const place = await Place.open({ SMTP_URL: server.smtpUrl, MAIL_FROM: mailFrom });
	const { app, world } = place;
	const { ggd } = world.organisation;
	await connectMail(app, world, 'ggd', TEAM);
	const client = await transact(
		app,
		world.actor('petra'),
		(work) => setUpApi(work, { organisationId: ggd }),
		'set-up-connector'
	);
	if (!client.ok) throw new Error(client.error);
	const api = partner(app, client.value);
	const secrets = { organisation: app.ids.secret(), person: app.ids.secret() };
	await world.do('petra', 'organisation-feed.create', {
		...{ organisationId: ggd, tokenHash: sha256(secrets.organisation) }
	});
	await world.do('tirza', 'feed.create', { tokenHash: sha256(secrets.person) });
	const administrator = { ...world.actor('tirza'), administers: 'organisation' as const };

	/** Who has the link, and the code by mail. */
	const page = async (link: string) => {
		const browser = new Browser({ app, server });
		await browser.enter(link);
		return browser.page();
	};
	const file = async () => {
		const told = await transact(
			app,
			administrator,
			(work) => organisationActions(work, app.settings.publicUrl),
			'export-organisation-actions'
		);
		if (!told.ok) throw new Error(told.error);
		return csv(told.value.map((one) => [one.id, one.title ?? '', one.owner?.name ?? '']));
	};
	const calendars = async () => {
		const both = [
			await organisationFeed(app, secrets.organisation, '192.0.2.1'),
			await actionFeed(app, secrets.person, '192.0.2.1')
		];
		return both.map((one) => (one.ok ? one.value : 'none')).join('\n');
	};
	let version = 0;
	await fc.assert(
		fc.asyncProperty(named, async ({ name, title, plain }) => {
			const id = await place.propose(title);
			await transact(
				app,
				world.actor('marjan'),
				async (work) => {
					const list = { itemId: world.item.noor, caseId: world.case.noor, hash: 'h' };
					const actions = [await place.action(id)];
					const told = { ...list, version: ++version, actions, organisationIds: [ggd] };
					await announceActionList(work, told);
					return ok();
				},
				'ratify'
			);
			const count = server.mails.length;
			await place.outbox.drain();
			const links = server.mails.slice(count).map(linkIn);
			expect(links).toHaveLength(2);
			const everything = async () => ({
				pages: [await page(links[0]!), await page(links[1]!)],
				single: (await api(`/${id}`)).body,
				list: (await api('?aantal=100')).body,
				events: (await api('/api/v1/gebeurtenissen?aantal=100')).body,
				file: await file()
			});
			const toldBefore = await everything();
			for (const told of [...toldBefore.pages, ...Object.values(toldBefore).slice(1)])
				expect(flat(JSON.stringify(told))).toContain(plain);

			await place.register(name);
			const now = await everything();
			expect(now.single).toMatchObject({ id, title: null });
			expect(now.pages).toMatchObject([
				{ step: 'action', action: { title: null } },
				{ step: 'list', list: { actions: [{ title: null }] } }
			]);
			expect(now.file).toContain(`"${id}";"";"Tirza Oosting"`);
			const calendar = await calendars();
			expect(calendar).toContain(id);
			expect(flat(JSON.stringify(now) + calendar)).not.toContain(plain);
			expect(flat(server.mails.map(({ text, subject }) => subject + text).join())).not.toContain(
				plain
			);
			await place.withdraw(id);
			await place.outbox.drain();
		}),
		{ ...RUNS, numRuns: 3 }
	);
	expect(await stored(app).actions.ofOrganisation(ggd)).toHaveLength(version);
});
