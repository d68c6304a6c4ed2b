import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testConnector } from '#lib/server/connectors/test-connector.ts';
import { transact } from '#lib/server/transact.ts';
import { setUpMail } from '#lib/server/usecases/connectors/set-up-mail.ts';
import { everythingStored } from '../security/world.ts';
import { done, run, stored, testApp } from '../support/test-app.ts';
import { noorderveld } from '../support/people.ts';
import {
	changeAction,
	connectMail,
	dayIn,
	HOUR,
	linkIn,
	mailWorld,
	MINUTE,
	TEAM,
	write,
	Browser
} from './world.ts';

const TITLE = 'De kinderen zien en spreken';

describe('setting up', () => {
	test('ML1 for an administrator of the organisation, one address, and only with a mail server', async () => {
		const app = testApp();
		const world = await noorderveld(app);
		const setUp = (who: 'petra' | 'tirza', address: string, hasMail = true) =>
			transact(
				app,
				world.actor(who),
				(work) => setUpMail(work, { organisationId: world.organisation.ggd, address, hasMail }),
				'set-up-connector'
			);
		expect(await setUp('tirza', TEAM)).toMatchObject({ error: 'not-found' });
		expect(await setUp('petra', TEAM, false)).toMatchObject({ error: 'no-mail-server' });
		for (const wrong of ['', 'jeugdteam', `${TEAM}, b@ggd.example`, `${TEAM}\r\nBcc: b@x.example`])
			expect(await setUp('petra', wrong)).toMatchObject({ error: 'invalid-address' });
		const made = await setUp('petra', ` ${TEAM} `);
		expect(made.ok).toBe(true);
		expect(await stored(app).delivery.allConnectors()).toMatchObject([
			{ kind: 'mail', url: `mailto:${TEAM}`, secret: '' }
		]);
		const entry = (await stored(app).log.newest(1))[0];
		expect(entry).toMatchObject({ event: 'set-up-connector', ground: 'administrator' });
	});
});

describe('to whom', () => {
	test('ML2, ML4 the owner in person, at the address of the account', async () => {
		const at = await mailWorld();
		await at.propose(TITLE);
		const mails = await at.bring();
		expect(mails).toMatchObject([
			{ to: 'tirza@noorderveld.example', subject: 'Er staat een afspraak voor u klaar' }
		]);
		expect(linkIn(mails[0] ?? { text: '' })).toMatch(
			/^https:\/\/casustafel\.example\/afspraak#[\w-]{43}$/
		);
		expect(await at.ledger()).toMatchObject([{ delivery: { status: 'received' } }]);
	});

	test('ML2 nobody in person, or someone whose account is closed: the mailbox of the team', async () => {
		const at = await mailWorld();
		await at.propose(TITLE, { ownerPersonId: '' });
		expect(await at.bring()).toMatchObject([
			{ to: TEAM, subject: 'Er staat een afspraak voor uw team klaar' }
		]);
		await at.propose(TITLE);
		await done(at.app, at.world.actor('petra'), 'person.disable', {
			personId: at.world.people.tirza.id
		});
		expect(await at.bring()).toMatchObject([{ to: TEAM }]);
	});
});

describe('what', () => {
	test('ML4 changed says so with the same link; off says so without one; the list has its own', async () => {
		const at = await mailWorld();
		const actionId = await at.propose(TITLE);
		const [first] = await at.bring();
		at.app.clock.advance(HOUR);
		await changeAction(at, actionId, { due: dayIn(at.app, 20) });
		const [second] = await at.bring();
		expect(second?.subject).toBe('Een afspraak voor u is gewijzigd');
		expect(linkIn(second!)).toBe(linkIn(first!));
		expect(second?.raw).toContain(`In-Reply-To: ${first?.messageId}`);
		await done(at.app, at.world.actor('marjan'), 'action.withdraw', {
			actionId,
			reason: 'Niet meer nodig.'
		});
		const [third] = await at.bring();
		expect(third).toMatchObject({
			to: 'tirza@noorderveld.example',
			subject: 'Een afspraak voor u gaat niet door'
		});
		expect(third?.text).not.toMatch(/https?:/);
		expect(third?.raw).toContain(`In-Reply-To: ${first?.messageId}`);
	});

	test('ML4 the proof goes to the mailbox of the team, without any link', async () => {
		const at = await mailWorld();
		const { app, world, connectorId, server } = at;
		const outcome = await testConnector(app, world.actor('petra'), connectorId);
		expect(outcome).toEqual({ ok: true, value: { ok: true } });
		expect(server.mails).toMatchObject([{ to: TEAM, subject: 'Proef van Casustafel' }]);
		expect(server.mails[0]?.text).not.toMatch(/https?:/);
		server.refuseWith(550);
		expect(await testConnector(app, world.actor('petra'), connectorId)).toEqual({
			ok: true,
			value: { ok: false, error: 'answered-refusal' }
		});
	});

	test('ML3 the bytes of no mail hold a title, a case code, a date or a name', async () => {
		const at = await mailWorld();
		const actionId = await at.propose(TITLE);
		await at.bring();
		await changeAction(at, actionId, { title: 'Een huisbezoek afspreken' });
		const mails = [...at.server.mails, ...(await at.bring())];
		await new Browser(at).open(linkIn(mails[0]!));
		for (const { raw } of at.server.mails) {
			const told = [decoded(raw), raw].join('\n');
			for (const secret of [
				...[TITLE, 'huisbezoek', '26-4187', 'Noor', 'Anke', 'Rik', 'Visser', 'Tirza', 'Marjan'],
				...['Regenboog', 'GGD', actionId, at.world.case.noor, at.world.item.noor, dayIn(at.app, 14)]
			])
				// The address of the receiver and the name of this server are on every mail.
				expect(told.replaceAll(/\S*@\S*noorderveld\.example\S*/g, '')).not.toContain(secret);
		}
	});

	test('ML3 whatever a title and the names on a case are, none of it is in a mail', async () => {
		const at = await mailWorld();
		const word = fc
			.string({ unit: fc.constantFrom(...'qxzjwéø0-\r\n:<>@'), minLength: 5, maxLength: 20 })
			.filter((text) => /[qxzj]{2}/.test(text) && text.trim() === text);
		await fc.assert(
			fc.asyncProperty(word, word, word, async (title, name, organisation) => {
				await write(at.app, async (store) => {
					await store.people.change(at.world.people.tirza.id, { name });
					await store.people.changeOrganisation(at.world.organisation.ggd, { name: organisation });
				});
				await at.propose(title);
				const [mail] = await at.bring();
				const told = `${decoded(mail?.raw ?? '')}\n${mail?.raw}`.replaceAll(/afspraak#[\w-]+/g, '');
				for (const secret of [title, name, organisation]) expect(told).not.toContain(secret);
				expect(mail?.to).toBe('tirza@noorderveld.example');
			}),
			{ numRuns: 25 }
		);
	});
});

describe('the link', () => {
	test('ML5 its secret is in no file of the database', async () => {
		const at = await mailWorld();
		await at.propose(TITLE);
		const [mail] = await at.bring();
		const secret = linkIn(mail!).split('#')[1] ?? '';
		expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
		expect([...(await everythingStored(at.app)).values()].join()).not.toContain(secret);
	});

	test('ML6, ML20 the server is off: tried again under the same id with the same link', async () => {
		const at = await mailWorld();
		await at.propose(TITLE);
		at.server.refuseWith(450);
		expect(await at.bring()).toEqual([]);
		expect(await at.ledger()).toMatchObject([
			{ delivery: { status: 'failed', error: 'answered-error', attempts: 1, parkedAt: null } }
		]);
		const [link] = await stored(at.app).delivery.ledger([at.world.item.noor]);
		at.server.refuseWith(null);
		at.app.clock.advance(MINUTE);
		const [mail] = await at.bring();
		expect(mail?.messageId).toBe(`<${link?.row.id}@casustafel.example>`);
		// As after a lost reply: the same delivery once more.
		await write(at.app, async (store) => {
			await store.delivery.changeDelivery(link?.delivery.id ?? '', {
				status: 'queued',
				receivedAt: null
			});
		});
		at.app.clock.advance(HOUR);
		const [again] = await at.bring();
		expect(again).toMatchObject({ messageId: mail?.messageId, subject: mail?.subject });
		expect(again?.text).toBe(mail?.text);
	});

	test('ML20 refused by the mail server: in the ledger, and parked after the last attempt', async () => {
		const at = await mailWorld();
		await at.propose(TITLE);
		at.server.refuseWith(550);
		for (let attempt = 0; attempt < 8; attempt++) {
			await at.bring();
			at.app.clock.advance(30 * HOUR);
		}
		const [line] = await at.ledger();
		expect(line?.delivery).toMatchObject({ status: 'failed', error: 'answered-refusal' });
		expect(line?.delivery.parkedAt).not.toBeNull();
		at.server.refuseWith(null);
		await done(at.app, at.world.actor('marjan'), 'delivery.retry', {
			deliveryId: line?.delivery.id
		});
		expect(await at.bring()).toHaveLength(1);
	});

	test('ML20 no mail server at all: the delivery says so', async () => {
		const at = await mailWorld();
		await at.propose(TITLE);
		Object.assign(at.app, { mailer: null });
		await at.bring();
		expect(await at.ledger()).toMatchObject([
			{ delivery: { status: 'failed', error: 'no-mail-server' } }
		]);
	});

	test('ML6 what holds a registered name makes no link', async () => {
		const at = await mailWorld();
		await at.propose(TITLE);
		await write(at.app, async (store) => {
			const [child] = (await store.cases.family(at.world.case.noor))?.children ?? [];
			await store.cases.changeChild(child?.id ?? '', { firstName: 'Kinderen' });
		});
		expect(await at.bring()).toEqual([]);
		expect(await at.ledger()).toMatchObject([{ delivery: { error: 'names-in-title' } }]);
		expect((await everythingStored(at.app)).get('mail_links')).toBe('[]');
	});

	test('ML7 another owner gets another link; the earlier one is over, also when it comes back', async () => {
		const at = await mailWorld();
		const welzijn = await connectMail(at.app, at.world, 'welzijn', 'team@welzijn.example');
		expect(welzijn).not.toBe(at.connectorId);
		const actionId = await at.propose(TITLE);
		const [first] = await at.bring();
		const browser = new Browser(at);
		await browser.enter(linkIn(first!));
		const { organisation, people } = at.world;
		await changeAction(at, actionId, {
			ownerOrganisationId: organisation.welzijn,
			ownerPersonId: people.bas.id
		});
		expect(await browser.page()).toEqual({ step: 'ended', because: 'other-owner' });
		const mails = await at.bring();
		expect(mails.map(({ to, subject }) => ({ to, subject }))).toEqual(
			expect.arrayContaining([
				{ to: 'tirza@noorderveld.example', subject: 'Een afspraak voor u gaat niet door' },
				{ to: 'bas@noorderveld.example', subject: 'Er staat een afspraak voor u klaar' }
			])
		);
		await changeAction(at, actionId, {
			ownerOrganisationId: organisation.ggd,
			ownerPersonId: people.tirza.id
		});
		const back = (await at.bring()).find(({ to }) => to.startsWith('tirza@'));
		expect(linkIn(back!)).not.toBe(linkIn(first!));
		expect(await new Browser(at).open(linkIn(first!))).toMatchObject({ error: 'link-gone' });
		expect((await new Browser(at).open(linkIn(back!))).ok).toBe(true);
	});

	test('ML19 seen in the app before it left: no mail', async () => {
		const at = await mailWorld();
		const actionId = await at.propose(TITLE);
		at.server.refuseWith(450);
		await at.bring();
		await done(at.app, at.world.actor('tirza'), 'action.accept', { actionId });
		at.server.refuseWith(null);
		at.app.clock.advance(HOUR);
		expect(await at.bring()).toEqual([]);
		expect(await at.ledger()).toMatchObject([{ delivery: { status: 'read', error: null } }]);
	});

	test('ML4 a paused connection keeps its mail until it is resumed', async () => {
		const at = await mailWorld();
		const { connectorId } = at;
		await done(at.app, at.world.actor('petra'), 'connector.pause', { connectorId });
		await at.propose(TITLE);
		expect(await at.bring()).toEqual([]);
		await run(at.app, at.world.actor('petra'), 'connector.resume', { connectorId });
		expect(await at.bring()).toHaveLength(1);
	});
});

/** Quoted-printable and encoded words as one reads them. */
function decoded(raw: string): string {
	const bytes = raw
		.replaceAll(/=\r?\n/g, '')
		.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
