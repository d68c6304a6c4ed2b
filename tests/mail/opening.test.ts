import { describe, expect, test } from 'vitest';
import { browserCookie, visitCookie } from '#lib/server/mail/link-actor.ts';
import { askAnotherCode } from '#lib/server/mail/open-link.ts';
import { leaveVisit } from '#lib/server/mail/visit.ts';
import { tidy } from '#lib/server/housekeeping.ts';
import { everythingStored } from '../security/world.ts';
import { done, stored, testApp } from '../support/test-app.ts';
import {
	Browser,
	codeIn,
	connectMail,
	DAY,
	dayIn,
	HOUR,
	linkIn,
	mailWorld,
	type MailWorld,
	MINUTE
} from './world.ts';

const TITLE = 'De kinderen zien en spreken';

async function sent(): Promise<{ at: MailWorld; actionId: string; link: string }> {
	const at = await mailWorld();
	const actionId = await at.propose(TITLE);
	const [mail] = await at.bring();
	return { at, actionId, link: linkIn(mail!) };
}

/** Six digits that the mail does not hold. */
const wrong = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0');

describe('a browser that is not known', () => {
	test('ML8 gets a code by mail, at the address of the link, and sees nothing before it', async () => {
		const { at, link } = await sent();
		const browser = new Browser(at);
		await browser.open(link);
		const mail = at.server.mails.at(-1);
		expect(mail).toMatchObject({
			to: 'tirza@noorderveld.example',
			subject: 'Uw code voor Casustafel'
		});
		expect(mail?.text).toContain('tot 09.40 uur');
		expect(await browser.page()).toEqual({ step: 'code', isOpen: true });
		expect(await browser.answer('accept')).toMatchObject({ error: 'link-gone' });
		expect(await at.ledger()).toMatchObject([{ delivery: { status: 'received' } }]);
		const earlier = browser.visit;
		expect((await browser.give()).ok).toBe(true);
		expect(await browser.action()).toMatchObject({ title: TITLE });
		// Whoever put a cookie in this browser beforehand has nothing by it.
		expect(browser.visit).not.toBe(earlier);
		const thief = new Browser(at);
		thief.visit = earlier;
		expect(await thief.page()).toEqual({ step: 'start' });
	});

	test('ML8 the code works once, ten minutes, and in the browser that asked only', async () => {
		const { at, link } = await sent();
		const [mine, other] = [new Browser(at), new Browser(at, '192.0.2.8')];
		await mine.open(link);
		const code = codeIn(at.server.mails.at(-1)!);
		await other.open(link);
		expect(await other.give(code)).toMatchObject({ ok: false, error: 'code-refused' });
		const again = mine.visit;
		expect((await mine.give(code)).ok).toBe(true);
		mine.visit = again;
		expect(await mine.give(code)).toMatchObject({ error: 'link-gone' });
		const late = codeIn(at.server.mails.at(-1)!);
		at.app.clock.advance(10 * MINUTE);
		expect(await other.give(late)).toMatchObject({ error: 'code-ended' });
		expect(await other.page()).toEqual({ step: 'code', isOpen: false });
	});

	test('ML9 five wrong codes and it is over, also for the right one; a new one is asked', async () => {
		const { at, link } = await sent();
		const browser = new Browser(at);
		await browser.open(link);
		const code = codeIn(at.server.mails.at(-1)!);
		for (let by = 1; by <= 4; by++)
			expect(await browser.give(wrong(code, by))).toMatchObject({ error: 'code-refused' });
		expect(await browser.give(wrong(code, 5))).toMatchObject({ error: 'code-ended' });
		expect(await browser.give(code)).toMatchObject({ error: 'code-ended' });
		const refusals = (await stored(at.app).log.newest(5)).map(({ outcome, event }) => ({
			...{ outcome, event }
		}));
		expect(refusals).toEqual(Array(5).fill({ outcome: 'refused', event: 'mail-link-code' }));
		const again = await askAnotherCode(at.app, browser.visit, browser.address);
		expect(again.ok).toBe(true);
		browser.visit = again.ok ? again.value : undefined;
		expect((await browser.give()).ok).toBe(true);
	});

	test('ML9 many at once do not slip through', async () => {
		const { at, link } = await sent();
		const browser = new Browser(at);
		await browser.open(link);
		const code = codeIn(at.server.mails.at(-1)!);
		const guesses = Array.from({ length: 12 }, (_, by) => browser.give(wrong(code, by + 1)));
		await Promise.all([...guesses]);
		expect(await browser.give(code)).toMatchObject({ error: 'code-ended' });
	});

	test('ML9 for one link five codes in a quarter of an hour and ten a day, from wherever', async () => {
		const { at, link } = await sent();
		const ask = (count: number) => new Browser(at, `192.0.2.${count}`).open(link);
		for (let count = 1; count <= 5; count++) expect((await ask(count)).ok).toBe(true);
		expect(await ask(6)).toMatchObject({ error: 'too-many-codes' });
		at.app.clock.advance(16 * MINUTE);
		// The mailbox has a limit of its own, per hour on the wall: of this link the day is counted.
		for (let count = 7; count <= 11; count++) await ask(count);
		at.app.clock.advance(16 * MINUTE);
		expect(await ask(12)).toMatchObject({ error: 'too-many-codes' });
		await tidy(at.app);
		at.app.clock.advance(HOUR);
		expect(await ask(13)).toMatchObject({ error: 'too-many-codes' });
	});

	test('ML9 for one mailbox ten codes in a quarter of an hour, by however many links', async () => {
		const { at, link } = await sent();
		for (const title of ['De huisarts bellen', 'Een huisbezoek afspreken']) await at.propose(title);
		const links = [link, ...(await at.bring()).map(linkIn)];
		const open = (count: number) =>
			new Browser(at, `192.0.2.${count}`).open(links[count % 3] ?? '');
		for (let count = 1; count <= 10; count++) expect((await open(count)).ok).toBe(true);
		expect(await open(11)).toMatchObject({ error: 'too-many-attempts' });
	});

	test('ML9 guessing at links: thirty from one address, and then nothing is looked at', async () => {
		const { at, link } = await sent();
		const guesser = new Browser(at);
		for (let count = 0; count < 30; count++)
			expect(await guesser.open(`${'x'.repeat(41)}${10 + count}`)).toMatchObject({
				error: 'link-gone'
			});
		expect(await guesser.open(link)).toMatchObject({ error: 'too-many-attempts' });
		expect((await new Browser(at, '198.51.100.1').open(link)).ok).toBe(true);
	});

	test('ML8 the mail server is off: it says so, and later it works', async () => {
		const { at, link } = await sent();
		at.server.refuseWith(450);
		const browser = new Browser(at);
		expect(await browser.open(link)).toMatchObject({ error: 'code-not-sent' });
		at.server.refuseWith(null);
		await browser.enter(link);
	});

	test('ML8 no file of the database holds a code, a cookie or what it takes to guess one', async () => {
		const { at, link } = await sent();
		const browser = new Browser(at);
		await browser.open(link);
		const rows = [...(await everythingStored(at.app)).entries()].filter(([name]) =>
			name.startsWith('mail_')
		);
		const text = JSON.stringify(rows);
		expect(rows.length).toBeGreaterThan(2);
		expect(text).not.toContain(codeIn(at.server.mails.at(-1)!));
		expect(text).not.toContain(browser.visit);
	});
});

describe('alike', () => {
	test('ML10 wrong, unknown and ended links answer alike', async () => {
		const { at, actionId, link } = await sent();
		await done(at.app, at.world.actor('marjan'), 'action.withdraw', { actionId, reason: 'Nee.' });
		const before = at.server.mails.length;
		const answers = [];
		for (const tried of [
			...[link, `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`, 'x'.repeat(43)],
			...['', '#', link.slice(0, -2), 'https://casustafel.example/afspraak']
		])
			answers.push(await new Browser(at).open(tried));
		expect(new Set(answers.map((each) => JSON.stringify(each)))).toEqual(
			new Set([JSON.stringify({ ok: false, error: 'link-gone' })])
		);
		expect(at.server.mails).toHaveLength(before);
	});
});

describe('how long', () => {
	test('ML11 half an hour, in a cookie that no script and no other site gets at', async () => {
		const { at, link } = await sent();
		expect(visitCookie(at.app)).toEqual({
			name: '__Secure-casustafel_afspraak',
			attributes: {
				...{ httpOnly: true, secure: true, sameSite: 'strict', path: '/afspraak', maxAge: 1800 }
			}
		});
		expect(browserCookie(at.app).attributes).toMatchObject({ httpOnly: true, sameSite: 'strict' });
		expect(visitCookie(testApp()).attributes.secure).toBe(false);
		const browser = new Browser(at);
		await browser.enter(link);
		at.app.clock.advance(29 * MINUTE);
		expect((await browser.page()).step).toBe('action');
		at.app.clock.advance(MINUTE);
		expect(await browser.page()).toEqual({ step: 'start' });
		expect(await browser.answer('accept')).toMatchObject({ error: 'link-gone' });
	});

	test('ML11 known when asked for, for this link only; and never again after “Klaar”', async () => {
		const { at, link } = await sent();
		await at.propose('Een huisbezoek afspreken');
		const [mail] = await at.bring();
		const browser = new Browser(at);
		await browser.enter(link, true);
		at.app.clock.advance(DAY);
		const before = at.server.mails.length;
		await browser.open(link);
		expect((await browser.page()).step).toBe('action');
		expect(at.server.mails).toHaveLength(before);
		// Another link in the same browser, and the same link in another one.
		await browser.open(linkIn(mail!));
		expect((await browser.page()).step).toBe('code');
		const other = new Browser(at);
		await other.open(link);
		expect((await other.page()).step).toBe('code');
		await browser.open(link);
		await leaveVisit(at.app, browser.visit, browser.known);
		expect(await browser.page()).toEqual({ step: 'start' });
		await browser.open(link);
		expect((await browser.page()).step).toBe('code');
	});

	test('ML11 not asked for: the next time there is a code again', async () => {
		const { at, link } = await sent();
		const browser = new Browser(at);
		await browser.enter(link);
		await browser.open(link);
		expect((await browser.page()).step).toBe('code');
	});

	test('ML12 done, withdrawn, someone else’s: who was let in is told, also later', async () => {
		for (const [name, input, because] of [
			['action.withdraw', { reason: 'Niet nodig.' }, 'withdrawn'],
			['action.leave-unowned', { due: '2026-12-20' }, 'other-owner']
		] as const) {
			const { at, actionId, link } = await sent();
			const browser = new Browser(at);
			await browser.enter(link, true);
			await done(at.app, at.world.actor('marjan'), name, { actionId, ...input });
			expect(await browser.page()).toEqual({ step: 'ended', because });
			expect(await browser.answer('accept')).toMatchObject({ error: 'not-found' });
			at.app.clock.advance(DAY);
			await browser.open(link);
			expect(await browser.page()).toEqual({ step: 'ended', because });
		}
		const { at, actionId, link } = await sent();
		const browser = new Browser(at);
		await browser.enter(link);
		await done(at.app, at.world.actor('tirza'), 'action.finish', {
			actionId,
			doneOn: dayIn(at.app, 0)
		});
		expect(await browser.page()).toEqual({ step: 'ended', because: 'done' });
		// Taken up again in the app: this link stays over.
		await done(at.app, at.world.actor('tirza'), 'action.reopen', { actionId });
		expect(await browser.page()).toEqual({ step: 'ended', because: 'done' });
	});

	test('ML12 with the account, its address, or the connection, it is over at once', async () => {
		const closings: ((at: MailWorld) => Promise<void>)[] = [
			({ app, world }) =>
				done(app, world.actor('petra'), 'person.disable', { personId: world.people.tirza.id }),
			({ app, world }) =>
				done(app, world.actor('petra'), 'person.change', {
					personId: world.people.tirza.id,
					organisationId: world.organisation.ggd,
					name: 'Tirza Oosting',
					function: 'jeugdverpleegkundige',
					email: 'tirza.oosting@ggd.example',
					phone: '',
					administers: 'nothing'
				}),
			({ app, world, connectorId }) =>
				done(app, world.actor('petra'), 'connector.remove', { connectorId })
		];
		for (const close of closings) {
			const { at, link } = await sent();
			const browser = new Browser(at);
			await browser.enter(link, true);
			await close(at);
			expect(await browser.page()).toEqual({ step: 'start' });
			expect(await browser.answer('accept')).toMatchObject({ error: 'not-found' });
			expect(await browser.open(link)).toMatchObject({ error: 'link-gone' });
		}
	});

	test('ML12 while a connection pauses, what was mailed before still opens', async () => {
		const { at, link } = await sent();
		const { connectorId } = at;
		await done(at.app, at.world.actor('petra'), 'connector.pause', { connectorId });
		const browser = new Browser(at);
		await browser.enter(link);
		expect((await browser.answer('accept')).ok).toBe(true);
	});

	test('ML22 the list: as it was ratified, for the organisation it was sent to, thirty days', async () => {
		const at = await mailWorld();
		const { app, world } = at;
		await connectMail(app, world, 'welzijn', 'team@welzijn.example');
		const actionId = await at.propose(TITLE);
		await done(app, world.actor('tirza'), 'case.set-dossier-reference', {
			caseId: world.case.noor,
			reference: 'JGZ-2026-118'
		});
		await at.bring();
		await ratified(at);
		const mails = await at.bring();
		expect(mails.map(({ to, subject }) => ({ to, subject }))).toEqual(
			expect.arrayContaining([
				{ to: 'jeugdteam@ggd.example', subject: 'De afsprakenlijst staat klaar' },
				{ to: 'team@welzijn.example', subject: 'De afsprakenlijst staat klaar' }
			])
		);
		const ggd = new Browser(at);
		await ggd.enter(linkIn(mails.find(({ to }) => to === 'jeugdteam@ggd.example')!), true);
		const page = await ggd.page();
		expect(page).toMatchObject({
			step: 'list',
			list: {
				caseCode: '26-4187',
				dossierReference: 'JGZ-2026-118',
				actions: [{ title: TITLE, owner: { name: 'Tirza Oosting' } }],
				asks: { chair: 'Marjan Hofstee' }
			}
		});
		expect(JSON.stringify(page)).not.toContain('Visser');
		const welzijn = new Browser(at, '192.0.2.9');
		await welzijn.enter(linkIn(mails.find(({ to }) => to === 'team@welzijn.example')!));
		expect(await welzijn.page()).toMatchObject({ list: { dossierReference: null } });
		for (const kind of ['accept', 'decline', 'finish', 'hand-on'] as const)
			expect(
				await ggd.answer(kind, { reason: 'a', doneOn: dayIn(app, 0), personId: actionId })
			).toMatchObject({ ok: false, error: 'not-found' });
		const lists = (await at.ledger()).filter(({ row }) => row.type === 'action-list-ratified');
		expect(
			lists.filter(({ delivery }) => delivery.connectorId).map(({ delivery }) => delivery.status)
		).toEqual(['read', 'read']);
		app.clock.advance(31 * DAY);
		expect(await ggd.open(linkIn(mails[0]!))).toMatchObject({ error: 'link-gone' });
	});
});

async function ratified({ app, world }: MailWorld): Promise<void> {
	const version = await stored(app).decisions.current(world.item.noor);
	for (const person of ['marjan', 'tirza', 'bas'] as const)
		await done(app, world.actor(person), 'decisions.ratify', {
			itemId: world.item.noor,
			version: version?.version,
			hash: version?.hash
		});
}
