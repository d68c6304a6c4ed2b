import { describe, expect, test } from 'vitest';
import { remind } from '#lib/server/mail/remind.ts';
import { duties } from '#lib/server/views/duties/duties.ts';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import type { PersonKey } from '#lib/server/demo/people.ts';
import { done, stored, testApp } from '../support/test-app.ts';
import {
	Browser,
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
const linksIn = ({ text }: { text: string }) => text.match(/\/afspraak#[\w-]{43}/g) ?? [];

/** Lets days pass, looking every hour as the server does, and gives what was mailed on each. */
async function days({ app, server }: MailWorld, count: number): Promise<Record<string, number>> {
	const mails: Record<string, number> = {};
	for (let hour = 0; hour < count * 24; hour++) {
		app.clock.advance(HOUR);
		const before = server.mails.length;
		await remind(app);
		const day = dayInTheNetherlands(app.clock.now());
		const sent = server.mails.length - before;
		if (sent > 0) mails[day] = (mails[day] ?? 0) + sent;
	}
	return mails;
}

describe('owners', () => {
	test('ML30, ML31, ML32 one mail a day with a link for each, on working days only', async () => {
		const at = await mailWorld();
		// Told on Tuesday; the answer is asked on Thursday, the last day is Sunday the sixth.
		for (const title of [TITLE, 'Een huisbezoek afspreken', 'De huisarts bellen'])
			await at.propose(title, { due: '2026-12-06' });
		await at.bring();
		const before = at.server.mails.length;
		expect(await days(at, 20)).toEqual({
			...{ '2026-11-26': 1, '2026-12-04': 1, '2026-12-07': 2, '2026-12-14': 2 }
		});
		const mails = at.server.mails.slice(before);
		const tirza = mails.filter(({ to }) => to === 'tirza@noorderveld.example');
		expect(tirza).toHaveLength(4);
		for (const mail of tirza) {
			expect(mail.subject).toBe('3 afspraken wachten op u');
			expect(new Set(linksIn(mail)).size).toBe(3);
			expect(mail.raw).not.toMatch(/26-4187|Noor\b|huisbezoek|spreken/);
		}
		const browser = new Browser(at);
		await browser.enter(`https://casustafel.example${linksIn(tirza[0]!)[0]}`);
		expect((await browser.page()).step).toBe('action');
	});

	test('ML31 the link is the one of the first mail', async () => {
		const at = await mailWorld();
		await at.propose(TITLE);
		const [first] = await at.bring();
		await days(at, 3);
		const mail = at.server.mails.at(-1);
		expect(mail?.subject).toBe('Er wacht een afspraak op u');
		expect(linksIn(mail!)).toEqual([`/afspraak${new URL(linkIn(first!)).hash}`]);
	});

	test('ML32 not before eight and not from six, on the clock in the Netherlands', async () => {
		const at = await mailWorld();
		await at.propose(TITLE);
		await at.bring();
		const { app, server } = at;
		const before = server.mails.length;
		const upTo = async (moment: string) => {
			app.clock.advance(new Date(moment).getTime() - app.clock.now().getTime());
			await remind(app);
			return server.mails.length - before;
		};
		expect(await upTo('2026-11-26T06:59:59Z')).toBe(0);
		expect(await upTo('2026-11-26T17:00:00Z')).toBe(0);
		expect(await upTo('2026-11-27T07:00:00Z')).toBe(1);
		// In summer an hour earlier.
		const next = await at.propose('De huisarts bellen', { due: '2027-07-06' });
		expect(next).toBeTruthy();
		await at.bring();
		const then = server.mails.length;
		app.clock.advance(new Date('2027-07-05T05:59:00Z').getTime() - app.clock.now().getTime());
		await remind(app);
		expect(server.mails).toHaveLength(then);
		app.clock.advance(MINUTE);
		await remind(app);
		expect(server.mails.length).toBeGreaterThan(then);
	});

	test('ML33 a second run, one beside it and a restart send no second', async () => {
		const at = await mailWorld();
		await at.propose(TITLE);
		await at.bring();
		const { app, server } = at;
		app.clock.advance(2 * DAY);
		const before = server.mails.length;
		await Promise.all([remind(app), remind(app), remind(app)]);
		await remind(app);
		expect(server.mails).toHaveLength(before + 1);
		const { dataDir, clock } = app;
		await app.close();
		const again = testApp({
			dataDir,
			clock,
			env: { SMTP_URL: server.smtpUrl, MAIL_FROM: 'c@noorderveld.example' }
		});
		await remind(again);
		expect(server.mails).toHaveLength(before + 1);
	});

	test('ML33 what surely did not leave goes later that day', async () => {
		const at = await mailWorld();
		await at.propose(TITLE);
		await at.bring();
		const { app, server } = at;
		app.clock.advance(2 * DAY);
		const before = server.mails.length;
		server.refuseWith(450);
		await remind(app);
		expect(server.mails).toHaveLength(before);
		server.refuseWith(null);
		app.clock.advance(10 * MINUTE);
		await remind(app);
		expect(server.mails).toHaveLength(before + 1);
	});

	test('ML33 broken off halfway it may have arrived: no second that day', async () => {
		const at = await mailWorld();
		await at.propose(TITLE);
		await at.bring();
		const { app, server } = at;
		app.clock.advance(2 * DAY);
		const before = server.mails.length;
		const post = app.mailer;
		const halfway = { ...post, send: async () => ({ ok: false, error: 'no-answer' }) };
		Object.assign(app, { mailer: halfway });
		await remind(app);
		Object.assign(app, { mailer: post });
		await remind(app);
		expect(server.mails).toHaveLength(before);
	});

	test('ML34 not while the connection pauses, nor without one, nor without a mail server', async () => {
		const at = await mailWorld();
		const { app, world, server, connectorId } = at;
		await at.propose(TITLE);
		await at.propose('Een gesprek op school', {
			ownerOrganisationId: world.organisation.welzijn,
			ownerPersonId: world.people.bas.id
		});
		await at.bring();
		await done(app, world.actor('petra'), 'connector.pause', { connectorId });
		const before = server.mails.length;
		app.clock.advance(2 * DAY);
		await remind(app);
		expect(server.mails).toHaveLength(before);
		await done(app, world.actor('petra'), 'connector.resume', { connectorId });
		Object.assign(app, { mailer: null });
		await remind(app);
		expect(server.mails).toHaveLength(before);
	});

	test('ML30 answered: no reminder of the answer; done: none at all', async () => {
		const at = await mailWorld();
		const actionId = await at.propose(TITLE, { due: '2026-12-03' });
		await at.bring();
		await done(at.app, at.world.actor('tirza'), 'action.accept', { actionId });
		expect(await days(at, 6)).toEqual({});
		expect(await days(at, 3)).toEqual({ '2026-12-01': 1 });
		await done(at.app, at.world.actor('tirza'), 'action.finish', {
			actionId,
			doneOn: dayIn(at.app, 0)
		});
		expect(await days(at, 20)).toEqual({});
	});
});

describe('no answer', () => {
	const dutiesOf = async ({ app, world }: MailWorld, who: PersonKey) => {
		const today = dayInTheNetherlands(app.clock.now());
		const found = await duties(stored(app), world.actor(who), today);
		return found.value.filter(({ area }) => area === 'actions');
	};

	test('ML40 after its last day it is with who runs the table, and with nobody else', async () => {
		const at = await mailWorld();
		const { app, world } = at;
		const actionId = await at.propose(TITLE, { due: '2026-11-26' });
		app.clock.advance(2 * DAY);
		expect(await dutiesOf(at, 'marjan')).toEqual([]);
		app.clock.advance(DAY);
		expect(await dutiesOf(at, 'marjan')).toEqual([
			{
				id: `action-${actionId}`,
				area: 'actions',
				kind: 'no-answer',
				group: 'wait',
				caseId: world.case.noor,
				code: '26-4187',
				due: '2026-11-26',
				detail: { organisation: 'GGD Noorderveld' },
				target: '',
				href: `/overleg/${world.meeting.oneTwoThree}?punt=${world.item.noor}#acties`
			}
		]);
		for (const who of ['tirza', 'bas', 'hilde', 'petra', 'karel'] as const)
			expect(await dutiesOf(at, who)).toEqual([]);
		await done(app, world.actor('tirza'), 'action.accept', { actionId });
		expect(await dutiesOf(at, 'marjan')).toEqual([]);
	});

	test('ML40 a deputy has it too; declined is there at once; left unowned is an action of the chair', async () => {
		const at = await mailWorld();
		const { app, world } = at;
		await world.goLive('mila');
		const { actionId } = await done<{ actionId: string }>(
			app,
			world.actor('hilde'),
			'action.propose',
			{
				itemId: world.item.mila,
				title: 'Het kind zien',
				ownerOrganisationId: world.organisation.veiligThuis,
				ownerPersonId: world.people.roos.id,
				due: '2026-12-20'
			}
		);
		await done(app, world.actor('roos'), 'action.decline', { actionId, reason: 'Vol.' });
		for (const who of ['hilde', 'yusuf'] as const)
			expect(await dutiesOf(at, who)).toMatchObject([{ kind: 'declined' }]);
		expect(await dutiesOf(at, 'roos')).toEqual([]);
		await done(app, world.actor('hilde'), 'action.leave-unowned', { actionId, due: '2026-12-20' });
		expect(await dutiesOf(at, 'hilde')).toEqual([]);
	});

	test('ML41 the chair hears how many, once a day and each week, with nothing of what', async () => {
		const at = await mailWorld();
		const { world, server } = at;
		// The school has no connection, and its chair hears it all the same.
		for (const title of [TITLE, 'Een huisbezoek afspreken'])
			await at.propose(title, {
				due: '2026-11-26',
				ownerOrganisationId: world.organisation.welzijn,
				ownerPersonId: world.people.bas.id
			});
		expect(await days(at, 12)).toEqual({ '2026-11-27': 1, '2026-12-04': 1 });
		for (const mail of server.mails) {
			expect(mail).toMatchObject({
				to: 'marjan@noorderveld.example',
				subject: 'Op 2 afspraken van uw overleg kwam op tijd geen antwoord'
			});
			expect(mail.raw).not.toMatch(/26-4187|Noor\b|huisbezoek|spreken|Welzijn|Bas/);
			expect(linksIn(mail)).toEqual([]);
		}
	});

	test('ML41 owner and chair at once: one mail', async () => {
		const at = await mailWorld();
		const { app, world, server } = at;
		await at.propose(TITLE, { due: '2026-11-26', ownerPersonId: '' });
		const own = await at.propose('De huisarts bellen', {
			due: '2026-11-26',
			ownerOrganisationId: world.organisation.regenboog,
			ownerPersonId: world.people.marjan.id
		});
		expect(own).toBeTruthy();
		await connectMail(app, world, 'regenboog', 'team@regenboog.example');
		await at.bring();
		const before = server.mails.length;
		app.clock.advance(3 * DAY);
		await remind(app);
		const hers = server.mails.slice(before).filter(({ to }) => to.startsWith('marjan@'));
		expect(hers).toHaveLength(1);
		expect(hers[0]?.text).toContain('Er wacht een afspraak op u.');
		expect(hers[0]?.text).toContain('Op 2 afspraken van uw overleg kwam op tijd geen antwoord.');
	});
});
