import type { App } from '../app.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { Noorderveld } from './noorderveld-world.ts';

const DAY = 86_400_000;

/**
 * The 1-2-3-tje two weeks ago had no time for Noor, which today's agenda tells; and a new case stands on
 * no agenda yet, so that it is proposed.
 */
export async function leftLying(app: App, world: Noorderveld): Promise<void> {
	const { meetingId } = await world.do<{ meetingId: string }>('marjan', 'meeting.plan', {
		tableId: world.table.oneTwoThree,
		startsAt: new Date(app.clock.now().getTime() - 14 * DAY).toISOString(),
		minutes: 60,
		place: 'Teamkamer'
	});
	const { itemId } = await world.do<{ itemId: string }>('marjan', 'item.add-case', {
		meetingId,
		caseId: world.case.noor,
		reason: 'Moet er iets gebeuren, ook al zien wij op school niets aan haar?',
		news: 'Moeder wordt behandeld voor een depressie.',
		minutes: 12,
		participants: [world.people.tirza.id, world.people.bas.id]
	});
	const { actionId } = await world.do<{ actionId: string }>('marjan', 'action.propose', {
		itemId,
		title: 'Moeder uitnodigen voor een gesprek op school',
		ownerOrganisationId: world.organisation.regenboog,
		ownerPersonId: world.people.marjan.id,
		due: dayInTheNetherlands(new Date(app.clock.now().getTime() + DAY))
	});
	await world.do('marjan', 'action.accept', { actionId });
	await world.do('marjan', 'meeting.start', { meetingId });
	await world.do('marjan', 'item.carry-over', {
		itemId,
		meetingId: world.meeting.oneTwoThree,
		notJudged: { why: 'no-time', note: 'Twee andere casussen liepen uit.' }
	});
	await world.do('marjan', 'meeting.close', { meetingId });
	await world.do('marjan', 'case.open', {
		tableId: world.table.oneTwoThree,
		children: [{ firstName: 'Stijn', birthMonth: '2018-10' }],
		caregivers: [{ firstName: 'Ellen', lastName: 'Smit', relation: 'moeder' }]
	});
}
