import { describe, expect, test } from 'vitest';
import { answerVisit } from '#lib/server/mail/visit.ts';
import { actorOfLink } from '#lib/server/mail/link-actor.ts';
import { transact } from '#lib/server/transact.ts';
import { stepAction } from '#lib/server/usecases/actions/step-action.ts';
import { answerByLink } from '#lib/server/usecases/mail-link/answer.ts';
import { eventText } from '#lib/ui/actions/words.ts';
import { sha256 } from '#lib/server/transact.ts';
import { done, stored } from '../support/test-app.ts';
import {
	Browser,
	changeAction,
	connectMail,
	dayIn,
	linkIn,
	mailWorld,
	type MailWorld,
	write
} from './world.ts';

const TITLE = 'De kinderen zien en spreken';

async function entered(): Promise<{
	at: MailWorld;
	actionId: string;
	link: string;
	browser: Browser;
}> {
	const at = await mailWorld();
	const actionId = await at.propose(TITLE);
	const [mail] = await at.bring();
	const browser = new Browser(at);
	await browser.enter(linkIn(mail!));
	return { at, actionId, link: linkIn(mail!), browser };
}

const ofAction = ({ app }: MailWorld, id: string) => stored(app).actions.find(id);

/** A second nurse at the GGD, and one whose account is closed. */
async function colleagues({ app, world }: MailWorld): Promise<{ joke: string; gone: string }> {
	const add = async (name: string) => {
		const { personId } = await done<{ personId: string }>(app, world.actor('petra'), 'person.add', {
			organisationId: world.organisation.ggd,
			name,
			function: 'jeugdverpleegkundige',
			email: `${name.toLowerCase().replaceAll(' ', '.')}@ggd.example`,
			phone: '',
			administers: 'nothing',
			tokenHash: sha256(name)
		});
		return personId;
	};
	const [joke, gone] = [await add('Joke Mulder'), await add('Geert Gone')];
	await done(app, world.actor('petra'), 'person.disable', { personId: gone });
	return { joke, gone };
}

describe('the page', () => {
	test('ML13 what the owner may know of the one action, and who to call', async () => {
		const { at, browser } = await entered();
		const { app, world } = at;
		await write(app, (store) =>
			store.people.change(world.people.marjan.id, { phone: '0500 111 222' })
		);
		await done(app, world.actor('tirza'), 'case.set-dossier-reference', {
			caseId: world.case.noor,
			reference: 'JGZ-2026-118'
		});
		const action = await browser.action();
		expect(action).toEqual({
			title: TITLE,
			owner: { name: 'Tirza Oosting', organisation: 'GGD Noorderveld' },
			due: dayIn(app, 14),
			status: 'proposed',
			reason: null,
			caseCode: '26-4187',
			dossierReference: 'JGZ-2026-118',
			revision: 1,
			asks: { organisation: 'De Regenboog', chair: 'Marjan Hofstee', phone: '0500 111 222' },
			may: ['accept', 'decline', 'finish', 'hand-on'],
			colleagues: []
		});
		const told = JSON.stringify(action);
		for (const secret of [
			'Noor"',
			'Visser',
			'Anke',
			'huurachterstand',
			'1-2-3-tje',
			world.item.noor
		])
			expect(told).not.toContain(secret);
	});

	test('ML13 a name that was registered since is not shown', async () => {
		const { at, browser } = await entered();
		await write(at.app, async (store) => {
			const [child] = (await store.cases.family(at.world.case.noor))?.children ?? [];
			await store.cases.changeChild(child?.id ?? '', { firstName: 'Kinderen' });
		});
		expect(await browser.action()).toMatchObject({ title: null, caseCode: '26-4187' });
	});

	test('ML17, ML18 opened is read, and on the access log for the organisation', async () => {
		const { at, actionId, browser } = await entered();
		await browser.action();
		expect(await at.ledger()).toMatchObject([{ delivery: { status: 'read' } }]);
		expect(await stored(at.app).log.newest(1)).toMatchObject([
			{
				event: 'read-action',
				objectId: actionId,
				caseId: at.world.case.noor,
				organisationId: at.world.organisation.ggd,
				ground: 'mail-link',
				role: 'connector',
				personId: null,
				responsiblePersonId: at.world.people.tirza.id,
				clientAddress: '192.0.2.7'
			}
		]);
	});
});

describe('answering', () => {
	test('ML14, ML17 accepted, and later done, with its day and result', async () => {
		const { at, actionId, browser } = await entered();
		expect((await browser.answer('accept')).ok).toBe(true);
		expect(await ofAction(at, actionId)).toMatchObject({
			status: 'accepted',
			ownerPersonId: at.world.people.tirza.id
		});
		expect((await browser.action()).may).toEqual(['decline', 'finish', 'hand-on']);
		const future = { doneOn: dayIn(at.app, 1), result: '' };
		expect(await browser.answer('finish', future)).toMatchObject({ error: 'date-in-future' });
		const today = { doneOn: dayIn(at.app, 0), result: 'Beide gesproken.' };
		expect((await browser.answer('finish', today)).ok).toBe(true);
		expect(await ofAction(at, actionId)).toMatchObject({
			status: 'done',
			doneOn: dayIn(at.app, 0),
			result: 'Beide gesproken.'
		});
		expect(await browser.page()).toEqual({ step: 'ended', because: 'done' });
		const events = await stored(at.app).actions.events([actionId]);
		const said = events.map(({ kind, detail }) => eventText({ kind, detail, who: '' }));
		expect(said.slice(1)).toEqual([
			'Opgepakt, via de link in de mail',
			'Gedaan, via de link in de mail'
		]);
		expect(await stored(at.app).log.newest(6)).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					...{ event: 'action-finish', ground: 'mail-link' },
					responsiblePersonId: at.world.people.tirza.id
				})
			])
		);
	});

	test('ML14 declined needs a reason, which the table reads; and can be taken up after all', async () => {
		const { at, actionId, browser } = await entered();
		expect(await browser.answer('decline', { reason: ' ' })).toMatchObject({
			error: 'invalid-input',
			detail: { field: 'reason' }
		});
		expect((await browser.answer('decline', { reason: 'Wij zijn vol.' })).ok).toBe(true);
		expect(await ofAction(at, actionId)).toMatchObject({
			status: 'declined',
			reason: 'Wij zijn vol.'
		});
		expect(await browser.action()).toMatchObject({ status: 'declined', may: ['accept'] });
		expect((await browser.answer('accept')).ok).toBe(true);
	});

	test('ML14 for the mailbox of a team: it stays the organisation’s, in nobody’s name', async () => {
		const at = await mailWorld();
		const actionId = await at.propose(TITLE, { ownerPersonId: '' });
		const [mail] = await at.bring();
		const browser = new Browser(at);
		await browser.enter(linkIn(mail!));
		expect((await browser.answer('accept')).ok).toBe(true);
		expect(await ofAction(at, actionId)).toMatchObject({ status: 'accepted', ownerPersonId: null });
		// A colleague takes it in the app: it is hers from then on.
		await done(at.app, at.world.actor('tirza'), 'action.start', { actionId });
		expect(await browser.page()).toEqual({ step: 'ended', because: 'other-owner' });
	});

	test('ML14 a link opens no other action: not of another, nor of another organisation', async () => {
		const { at, browser } = await entered();
		const { app, world } = at;
		await connectMail(app, world, 'welzijn', 'team@welzijn.example');
		const theirs = await at.propose('Een huisbezoek afspreken', {
			ownerOrganisationId: world.organisation.welzijn,
			ownerPersonId: world.people.bas.id
		});
		const other = await at.propose('De huisarts bellen');
		await browser.answer('accept', { actionId: theirs, subjectId: other, linkId: 'x' });
		for (const id of [theirs, other])
			expect(await ofAction(at, id)).toMatchObject({ status: 'proposed' });
		const mine = await stored(app).mailLinks.newest(
			at.connectorId,
			(await at.ledger())[0]!.row.subjectId
		);
		const actor = actorOfLink(mine!, '192.0.2.7');
		const step = await transact(
			app,
			actor,
			(work) => stepAction(work, theirs, { kind: 'accept' }),
			'x'
		);
		expect(step).toMatchObject({ error: 'not-found' });
		const forged = { ...mine!, subjectId: theirs };
		const answer = { kind: 'accept', revision: 1 } as const;
		await transact(app, actor, (work) => answerByLink(work, { link: forged, answer }), 'x');
		expect(await ofAction(at, theirs)).toMatchObject({ status: 'proposed' });
	});

	test('ML14 what the table decides, a link does not', async () => {
		const { at, actionId } = await entered();
		const link = await stored(at.app).mailLinks.newest(at.connectorId, actionId);
		const actor = actorOfLink(link!, '192.0.2.7');
		for (const kind of ['withdraw', 'set-unowned', 'reassign'] as const) {
			const outcome = await transact(
				at.app,
				actor,
				(work) =>
					stepAction(work, actionId, {
						...{ kind, due: dayIn(at.app, 3), toPersonId: null },
						toOrganisationId: at.world.organisation.welzijn
					} as Parameters<typeof stepAction>[2]),
				kind
			);
			expect(outcome).toMatchObject({ error: 'not-yours' });
		}
	});

	test('ML14 without a visit there is no answer', async () => {
		const { at } = await entered();
		for (const visit of [undefined, '', 'x'.repeat(32)])
			expect(
				await answerVisit(at.app, visit, {
					kind: 'accept',
					fields: { revision: '1' },
					address: '192.0.2.7'
				})
			).toMatchObject({ error: 'link-gone' });
	});

	test('ML15 the text changed after the page was opened: refused, and the new one is shown', async () => {
		const { at, actionId, browser } = await entered();
		const { revision } = await browser.action();
		await changeAction(at, actionId, { title: 'De kinderen thuis zien' });
		for (const [kind, more] of [
			['accept', {}],
			['decline', { reason: 'Nee.' }],
			['finish', { doneOn: dayIn(at.app, 0) }],
			['hand-on', { personId: at.world.people.bas.id }]
		] as const)
			expect(await browser.answer(kind, { ...more, revision: String(revision) })).toMatchObject({
				ok: false,
				error: 'stale'
			});
		expect(await ofAction(at, actionId)).toMatchObject({ status: 'proposed' });
		expect(await browser.action()).toMatchObject({ title: 'De kinderen thuis zien', revision: 2 });
		expect((await browser.answer('accept')).ok).toBe(true);
	});
});

describe('handing on', () => {
	test('ML16 to a colleague with an open account, who gets a link of his or her own', async () => {
		const { at, actionId, link, browser } = await entered();
		const { joke } = await colleagues(at);
		expect((await browser.action()).colleagues).toEqual([
			{ id: joke, name: 'Joke Mulder', function: 'jeugdverpleegkundige' }
		]);
		expect((await browser.answer('hand-on', { personId: joke })).ok).toBe(true);
		expect(await browser.page()).toEqual({ step: 'ended', because: 'other-owner' });
		expect(await ofAction(at, actionId)).toMatchObject({ status: 'proposed', ownerPersonId: joke });
		const [mail] = await at.bring();
		expect(mail).toMatchObject({
			to: 'joke.mulder@ggd.example',
			subject: 'Er staat een afspraak voor u klaar'
		});
		expect(linkIn(mail!)).not.toBe(link);
		const hers = new Browser(at);
		await hers.enter(linkIn(mail!));
		expect((await hers.action()).owner.name).toBe('Joke Mulder');
	});

	test('ML16 nobody of elsewhere, nobody whose account is closed, nobody that is not there', async () => {
		const { at, actionId, browser } = await entered();
		const { gone } = await colleagues(at);
		const { bas, marjan, tirza } = at.world.people;
		for (const personId of [bas.id, marjan.id, gone, tirza.id, 'a'.repeat(22)])
			expect((await browser.answer('hand-on', { personId })).ok).toBe(false);
		expect(await ofAction(at, actionId)).toMatchObject({ ownerPersonId: tirza.id, revision: 1 });
	});
});
