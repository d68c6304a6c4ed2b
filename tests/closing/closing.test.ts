import { describe, expect, it } from 'vitest';
import { mayCloseCase } from '#lib/domain/closing.ts';
import { stored } from '../support/test-app.ts';
import { type AtMila, atMila } from './support.ts';

const SEEN = { on: '2026-11-20', how: 'both' };

async function readyToClose(): Promise<AtMila> {
	const at = await atMila();
	await at.assess();
	await at.send('yusuf', 'contact.record', { childId: at.mila, ...SEEN });
	return at;
}

async function missingAt(at: AtMila, grounds: string[] = [at.mila]): Promise<string[]> {
	const { facts } = (await at.viewOf('hilde')).closing;
	return mayCloseCase(facts, new Set(grounds), at.today()).map(({ kind }) => kind);
}

describe('closing a case', () => {
	it('CL1 is refused with all that is missing, and the case stays open', async () => {
		const at = await atMila();
		expect(await missingAt(at, [])).toEqual(['seen', 'spoken', 'safe', 'grounds', 'assessment']);
		expect(await at.close()).toEqual({
			ok: false,
			error: 'closing-blocked',
			detail: { count: 5 }
		});
		expect((await at.viewOf('hilde')).closing.closedOn).toBeNull();
	});

	it('CL1, CL5 closes when nothing is missing, and plans the check', async () => {
		const at = await readyToClose();
		expect(await missingAt(at)).toEqual([]);
		expect(await at.close()).toMatchObject({ ok: true });
		expect((await at.viewOf('yusuf')).closing).toMatchObject({
			closedOn: '2026-11-24',
			closure: {
				by: 'Hilde Kremer',
				stays: 'Yusuf Aydin',
				staysUntil: '2027-02-24',
				followUp: { on: '2027-02-24', name: 'Roos van Dalen', may: true, done: null },
				reopened: null
			}
		});
	});

	it('CL2 F26 of the meeting counts as well, and a mistaken contact can be taken away', async () => {
		const at = await atMila();
		await at.assess();
		await at.send('roos', 'answer.give', {
			subjectId: at.mila,
			questionId: 'F26',
			value: {
				kind: 'contacts',
				contacts: [{ name: 'Juf Els', function: 'leerkracht', date: '2026-11-20', how: 'seen' }]
			},
			expected: 0
		});
		expect(await missingAt(at)).toEqual(['spoken']);
		await at.send('yusuf', 'contact.record', { childId: at.mila, on: '2026-11-23', how: 'spoken' });
		expect(await missingAt(at)).toEqual([]);
		const [contact] = (await at.viewOf('roos')).closing.contacts;
		expect(contact).toMatchObject({ name: 'Yusuf Aydin', mayRemove: false });
		const away = { contactId: contact?.id };
		expect(await at.send('roos', 'contact.remove', away)).toMatchObject({ error: 'not-found' });
		expect(await at.send('yusuf', 'contact.remove', away)).toMatchObject({ ok: true });
		expect(await missingAt(at)).toEqual(['spoken']);
	});

	it('CL2 not of a day to come, nor of a child of another family', async () => {
		const at = await atMila();
		const [daan] = at.world.children.deWitBakker;
		expect(
			await at.send('yusuf', 'contact.record', { childId: at.mila, ...SEEN, on: '2026-11-25' })
		).toMatchObject({ error: 'date-in-future' });
		expect(await at.send('yusuf', 'contact.record', { childId: daan, ...SEEN })).toMatchObject({
			error: 'not-found'
		});
	});

	it('CL3 the judgement of last time is not that of the item under discussion', async () => {
		const at = await readyToClose();
		at.daysLater(14);
		await at.nextItem();
		expect(await missingAt(at)).toEqual(['safe', 'assessment']);
	});

	it('CL3 the texts H33 and H34 are asked by the server itself', async () => {
		const at = await atMila();
		await at.send('yusuf', 'contact.record', { childId: at.mila, ...SEEN });
		await at.assess({ texts: false });
		expect(await missingAt(at, [])).toEqual(['grounds']);
		expect(await at.close()).toMatchObject({ error: 'closing-blocked', detail: { count: 1 } });
		await at.write();
		expect(await at.close()).toMatchObject({ ok: true });
	});

	it('CL3 six weeks later the same judgement and contact carry nothing any more', async () => {
		const at = await readyToClose();
		at.daysLater(43);
		expect(await missingAt(at)).toEqual(['seen', 'spoken', 'safe']);
	});

	it('CL4 an open action, an agenda and a change keep it open', async () => {
		const at = await readyToClose();
		const { organisation, people } = at.world;
		await at.send('hilde', 'action.propose', {
			title: 'Afscheid nemen',
			ownerOrganisationId: organisation.cjg,
			ownerPersonId: people.yusuf.id,
			due: '2026-12-01',
			tellTo: ''
		});
		at.app.clock.advance(1);
		await at.send('yusuf', 'family-change.record', { kind: 'move', on: '2026-11-23', what: '' });
		expect(await missingAt(at)).toEqual(['changes', 'actions']);
		const { openActions, changes } = (await at.viewOf('hilde')).closing;
		expect(openActions).toMatchObject([{ title: 'Afscheid nemen', itemId: at.itemId }]);
		await at.send('hilde', 'action.withdraw', { actionId: openActions[0]?.id, reason: 'gedaan' });
		await at.send('roos', 'family-change.not-needed', {
			changeId: changes[0]?.id,
			because: 'Zij wonen nog bij dezelfde school.'
		});
		expect(await missingAt(at)).toEqual([]);
		await at.send('hilde', 'item.carry-over');
		expect(await missingAt(at)).toEqual(['safe', 'assessment', 'agenda']);
	});

	it('CL5 someone stays in touch, at the item or in words; the check is of someone at the item', async () => {
		const at = await readyToClose();
		const { bas, nadia } = at.world.people;
		expect(await at.close({ staysId: '' })).toMatchObject({ error: 'nobody-stays' });
		expect(await at.close({ staysId: bas.id })).toMatchObject({ error: 'not-a-participant' });
		expect(await at.close({ followUpId: nadia.id })).toMatchObject({ error: 'not-a-participant' });
		expect(await at.close({ followUpOn: '2026-11-24' })).toMatchObject({ error: 'date-in-past' });
		expect(await at.close({ staysId: '', stays: 'huisarts' })).toMatchObject({ ok: true });
		expect((await at.viewOf('hilde')).closing.closure?.stays).toBe('huisarts');
	});

	it('CL6 by chair or deputy; from then on it can be read, not changed, and its item is concluded', async () => {
		const at = await readyToClose();
		expect(await at.close({}, 'roos')).toMatchObject({ error: 'chair-only' });
		expect(await at.close({}, 'yusuf')).toMatchObject({ ok: true });
		const closed = { ok: false, error: 'case-closed' };
		expect(await at.close()).toEqual(closed);
		expect(await at.send('yusuf', 'contact.record', { childId: at.mila, ...SEEN })).toEqual(closed);
		expect(
			await at.send('roos', 'answer.give', {
				subjectId: at.mila,
				questionId: 'A1',
				value: { kind: 'scale', choice: 'not-checked' },
				expected: 0
			})
		).toEqual(closed);
		expect(
			await at.send('hilde', 'action.propose', {
				title: 'Nog iets',
				ownerOrganisationId: at.world.organisation.cjg,
				due: '2026-12-01',
				tellTo: ''
			})
		).toEqual(closed);
		expect((await at.app.hub.access.of(at.itemId))?.writable).toBe(false);
		expect(await at.send('hilde', 'item.conclude')).toMatchObject({ ok: true });
	});
});

describe('after closing', () => {
	it('CL7 the same day it was not closed after all; the check lapses', async () => {
		const at = await readyToClose();
		expect(await at.send('hilde', 'case.reopen', { reason: 'x' })).toMatchObject({
			error: 'case-open'
		});
		await at.close();
		const back = { reason: 'De verkeerde casus.' };
		expect(await at.send('roos', 'case.reopen', back)).toMatchObject({ error: 'chair-only' });
		expect(await at.send('hilde', 'case.reopen', back)).toMatchObject({ ok: true });
		expect((await at.viewOf('yusuf')).closing).toMatchObject({
			closedOn: null,
			closure: { reopened: { by: 'Hilde Kremer', because: 'De verkeerde casus.' } }
		});
		at.daysLater(100);
		expect(await at.dutiesOf('roos')).toEqual([]);
		expect((await at.timeline('roos')).map(({ kind }) => kind)).toContain('not-closed');
	});

	it('CL7 later a new signal opens it again, and it can be brought to the table', async () => {
		const at = await readyToClose();
		await at.close();
		await at.send('hilde', 'item.conclude');
		at.daysLater(30);
		await at.send('hilde', 'case.reopen', { reason: 'De school belde.' });
		expect((await at.timeline('roos'))[0]).toMatchObject({
			kind: 'reopened',
			detail: { because: 'De school belde.' }
		});
		await at.nextItem();
		expect((await at.viewOf('roos')).closing.closedOn).toBeNull();
	});

	it('CL8 the check waits for its day, for who does it and who runs the table; "yes" ends it', async () => {
		const at = await readyToClose();
		await at.close();
		const due = '2027-02-24';
		expect(await at.dutiesOf('roos')).toEqual([{ kind: 'follow-up', group: 'hold', due }]);
		expect(await at.dutiesOf('hilde')).toEqual([]);
		at.daysLater(92);
		expect(at.today()).toBe(due);
		expect(await at.dutiesOf('roos')).toEqual([{ kind: 'follow-up', group: 'wait', due }]);
		expect(await at.dutiesOf('hilde')).toEqual([{ kind: 'follow-up', group: 'left', due }]);
		const found = { on: due, stillSafe: 'yes', seenBy: 'Juf Els', outcome: 'Het gaat goed.' };
		expect(await at.send('roos', 'follow-up.record', found)).toMatchObject({ ok: true });
		expect(await at.send('hilde', 'follow-up.record', found)).toMatchObject({
			error: 'already-answered'
		});
		expect(await at.dutiesOf('roos')).toEqual([]);
		expect((await at.viewOf('hilde')).closing).toMatchObject({
			closedOn: '2026-11-24',
			closure: { followUp: { done: { stillSafe: 'yes', seenBy: 'Juf Els' } } }
		});
	});

	it.each(['no', 'undetermined'])(
		'CL8 "%s" opens the case again at that moment',
		async (stillSafe) => {
			const at = await readyToClose();
			await at.close({ followUpId: at.world.people.roos.id });
			at.daysLater(92);
			const found = { on: at.today(), stillSafe, seenBy: 'niemand', outcome: 'Niet thuis.' };
			await at.send('roos', 'follow-up.record', found);
			expect((await at.viewOf('hilde')).closing).toMatchObject({
				closedOn: null,
				closure: { reopened: { by: 'Roos van Dalen', because: 'Niet thuis.' } }
			});
		}
	);

	it('CL6 what was carried over before does not come back on an agenda once the case closed', async () => {
		const at = await atMila();
		const first = at.itemId;
		const meetingId = await at.planMeeting();
		await at.send('hilde', 'item.carry-over');
		await at.nextItem(['yusuf', 'roos'], meetingId);
		await at.assess();
		await at.send('yusuf', 'contact.record', { childId: at.mila, ...SEEN });
		expect(await at.close()).toMatchObject({ ok: true });
		const later = await at.planMeeting();
		expect((await stored(at.app).agenda.find(first))?.carriedToId).toBeNull();
		const cases = (await stored(at.app).agenda.ofMeeting(later)).map(({ caseId }) => caseId);
		expect(cases).not.toContain(at.world.case.mila);
	});
});
