import type { Result } from '#lib/domain/result.ts';
import type { ItemView } from '#lib/protocol/views.ts';
import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import { caseView } from '#lib/server/views/case/case-view.ts';
import { duties } from '#lib/server/views/duties/duties.ts';
import { loadItemView } from '#lib/server/views/item/load-item-view.ts';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import { done, run, stored, type TestApp, testApp } from '../support/test-app.ts';
import { type Noorderveld, noorderveld } from '../support/people.ts';
import { writeTexts } from '../support/text.ts';

export type Who = Parameters<Noorderveld['actor']>[0];
const DAY = 86_400_000;

/** Mila's case at the CJG intake, live, and the short ways to say things there. */
export interface AtMila {
	app: TestApp;
	world: Noorderveld;
	/** The item at which one is now. */
	itemId: string;
	mila: string;
	today(): string;
	daysLater(days: number): void;
	send(who: Who, name: string, input?: object): Promise<Result<unknown>>;
	viewOf(who: Who, itemId?: string): Promise<ItemView>;
	timeline(who: Who): Promise<TimelineEvent[]>;
	dutiesOf(who: Who): Promise<{ kind: string; group: string; due: string | null }[]>;
	/** A complete assessment and a joint judgement, "voldoende veilig" unless said otherwise. */
	assess(more?: { texts?: boolean; safety?: string; grade?: number }): Promise<void>;
	/** H33 and H34. */
	write(): Promise<void>;
	planMeeting(): Promise<string>;
	/** The case on the agenda of a next meeting, live. */
	nextItem(who?: Who[], meetingId?: string): Promise<string>;
	close(more?: object, who?: Who): Promise<Result<unknown>>;
}

export async function atMila(): Promise<AtMila> {
	const app = testApp();
	const world = await noorderveld(app);
	await world.goLive('mila');
	const [mila = ''] = world.children.mila;
	const { people } = world;
	const at: AtMila = {
		app,
		world,
		itemId: world.item.mila,
		mila,
		today: () => dayInTheNetherlands(app.clock.now()),
		daysLater: (days) => app.clock.advance(days * DAY),
		send: (who, name, input = {}) =>
			run(app, world.actor(who), name, { itemId: at.itemId, ...input }),
		async viewOf(who, itemId = at.itemId) {
			const view = await loadItemView(stored(app), world.actor(who), itemId, app.clock.now());
			if (!view) throw new Error(`${who} does not see the item`);
			return view.parts as ItemView;
		},
		async timeline(who) {
			const view = await caseView(stored(app), world.actor(who), world.case.mila, app.clock.now());
			return (view?.value.timeline ?? []).filter(({ area }) => area === 'closing');
		},
		async dutiesOf(who) {
			const { value } = await duties(stored(app), world.actor(who), at.today());
			return value
				.filter(({ area }) => area === 'closing')
				.map(({ kind, group, due }) => ({ kind, group, due }));
		},
		async assess({ texts = true, ...more } = {}) {
			for (const sectionId of ['A', 'B', 'D', 'E'])
				await at.send('yusuf', 'answer.rest-not-checked', { sectionId, subjectIds: [mila] });
			await at.send('yusuf', 'answer.rest-not-checked', {
				sectionId: 'C',
				subjectIds: world.caregivers.mila
			});
			const judged = { childId: mila, safety: 'safe', grade: 8, risk: 'low', ...more };
			const reasons = { safetyReason: 'a', riskReason: 'b', expected: 0 };
			await at.send('hilde', 'judgement.give', { ...judged, ...reasons });
			await at.send('hilde', 'judgement.reveal', { childId: mila });
			await at.send('hilde', 'judgement.decide-jointly', {
				...judged,
				motivation: 'Mila groeit goed.',
				expected: 0
			});
			if (texts) await at.write();
		},
		write: () =>
			writeTexts(app, at.itemId, {
				[`worries:${mila}`]: 'Dat het weer misgaat.',
				[`grounds:${mila}`]: 'De hulp is afgesloten.'
			}),
		async planMeeting() {
			const { meetingId } = await done<{ meetingId: string }>(
				app,
				world.actor('hilde'),
				'meeting.plan',
				{ tableId: world.table.cjg, startsAt: app.clock.now().toISOString(), minutes: 90 }
			);
			return meetingId;
		},
		async nextItem(who = ['yusuf', 'roos'], there) {
			const hilde = world.actor('hilde');
			await run(app, hilde, 'item.conclude', { itemId: at.itemId });
			const meetingId = there ?? (await at.planMeeting());
			const { itemId } = await done<{ itemId: string }>(app, hilde, 'item.add-case', {
				meetingId,
				caseId: world.case.mila,
				reason: 'Kan deze casus dicht?',
				news: 'Nacontrole.',
				minutes: 15,
				participants: who.map((one) => people[one].id)
			});
			await done(app, hilde, 'meeting.start', { meetingId });
			await done(app, hilde, 'item.set-live', { itemId });
			at.itemId = itemId;
			return itemId;
		},
		close: (more = {}, who = 'hilde') =>
			at.send(who, 'case.close', {
				staysId: people.yusuf.id,
				staysUntil: '2027-02-24',
				followUpOn: '2027-02-24',
				followUpId: people.roos.id,
				...more
			})
	};
	return at;
}
