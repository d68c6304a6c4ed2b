import { actionFeed } from '#lib/server/calendar/action-feed.ts';
import { meetingInvitation } from '#lib/server/calendar/meeting-invitation.ts';
import { sha256 } from '#lib/server/transact.ts';
import { csv } from '#lib/server/usecases/actions/csv.ts';
import { meetingView } from '#lib/server/views/meeting.ts';
import type { MeetingView } from '#lib/protocol/views.ts';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { atDeWitBakker, type AtNoorderveld, proposal, type Who } from './at-noorderveld.ts';

describe('taking actions along', () => {
	it.each(['=1+1', '+31', '-2', '@sum', '\tcmd', '\rcmd', '＝1'])(
		'AU13 a cell that would run as a formula is text: %j',
		(text) => {
			expect(csv([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
		}
	);

	it('AU13 quotes and separators stay in their cell', () => {
		expect(csv([['a"b', 'c;d'], ['e\nf']])).toBe('\uFEFF"a""b";"c;d"\r\n"e\nf"\r\n');
	});

	const events = (file: string) =>
		new ICAL.Component(ICAL.parse(file))
			.getAllSubcomponents('vevent')
			.map((one) => new ICAL.Event(one));

	const feedOf = async (at: AtNoorderveld, person: Who) => {
		const secret = at.app.ids.secret();
		await at.world.do(person, 'feed.create', { tokenHash: sha256(secret) });
		return secret;
	};

	it('AU14 the feed holds the open actions under a neutral title, without case or names', async () => {
		const at = await atDeWitBakker();
		const id = await at.propose();
		await at.propose({ ...proposal(at.world, 'yusuf'), title: 'Bellen met de huisarts' });
		const secret = await feedOf(at, 'roos');
		const feed = await actionFeed(at.app, secret, '127.0.0.1');
		if (!feed.ok) throw new Error(feed.error);
		const [entry, ...more] = events(feed.value);
		expect(more).toEqual([]);
		expect(entry?.summary).toBe('Actie Casustafel, uiterlijk vandaag');
		expect(entry?.startDate.toString()).toBe('2026-11-27');
		expect(feed.value).toContain(`/acties/${id}`);
		expect(feed.value).not.toMatch(/26-5038|kinderen|Roos|Hilde/);
	});

	it('AU15 a revoked or replaced address is not found, and neither is that of a closed account', async () => {
		const at = await atDeWitBakker();
		const first = await feedOf(at, 'roos');
		const second = await feedOf(at, 'roos');
		const read = async (secret: string) => (await actionFeed(at.app, secret, '127.0.0.1')).ok;
		expect(await read(first)).toBe(false);
		expect(await read(second)).toBe(true);
		await at.world.do('roos', 'feed.revoke', {});
		expect(await read(second)).toBe(false);
		expect(await read('unknown')).toBe(false);
		const third = await feedOf(at, 'roos');
		await at.app.database.write(async (queries) => {
			const { repositories } = await import('#lib/server/store/repositories.ts');
			const { people } = repositories(queries);
			await people.change(at.world.people.roos.id, { disabledAt: at.app.clock.now() });
		});
		expect(await read(third)).toBe(false);
	});

	const invitationFor = async (at: AtNoorderveld, person: Who) => {
		const now = at.app.clock.now();
		const view = await meetingView(at.store, at.world.actor(person), at.world.meeting.cjg, now);
		const meeting = await at.store.tables.meeting(at.world.meeting.cjg);
		if (!view || !meeting) throw new Error('no meeting');
		return meetingInvitation(
			view.parts as MeetingView,
			meeting,
			new URL('https://casustafel.example'),
			now
		);
	};

	it('AU16 the invitation has a neutral title and no video link', async () => {
		const at = await atDeWitBakker();
		const file = await invitationFor(at, 'roos');
		const [entry] = events(file);
		expect(entry?.summary).toBe('Overleg (Casustafel)');
		expect(entry?.duration.toSeconds()).toBe(90 * 60);
		expect(file).not.toMatch(/video\.noorderveld|26-|CJG/);
	});

	it('AU16 a guest is invited to the own item only, without the hour or length of the meeting', async () => {
		const at = await atDeWitBakker();
		const file = await invitationFor(at, 'wim');
		const [entry, ...more] = events(file);
		expect(more).toEqual([]);
		expect(entry?.startDate.isDate).toBe(true);
		expect(file).not.toContain(at.world.item.mila);
	});
});
