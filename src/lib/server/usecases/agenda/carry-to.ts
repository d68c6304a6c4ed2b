import type { AgendaItem } from '../../store/agenda.ts';
import type { Work } from '../../work.ts';
import { carryGrounds } from '../grounds/give-grounds.ts';
import { nextPosition } from './place-on-agenda.ts';

/**
 * Puts a carried-over item on a later meeting's agenda, with its words and who takes part; gives the id
 * of the item there, which may be one that was brought already.
 */
export async function carryTo(work: Work, item: AgendaItem, meetingId: string): Promise<string> {
	const there = await work.store.agenda.ofMeeting(meetingId);
	const brought = there.find(
		(one) => one.caseId !== null && one.caseId === item.caseId && one.status !== 'carried-over'
	);
	if (brought) return brought.id;
	const id = work.id();
	await work.store.agenda.add({
		id,
		meetingId,
		kind: item.kind,
		title: item.title,
		caseId: item.caseId,
		reason: item.reason,
		news: item.news,
		presenterId: item.presenterId,
		minutes: item.minutes,
		position: nextPosition(there)
	});
	for (const { personId, organisationId } of await work.store.agenda.participants(item.id)) {
		await work.store.agenda.invite({
			itemId: id,
			personId,
			organisationId,
			invitedBy: work.actor.personId,
			invitedAt: work.now
		});
		work.touch(`person:${personId}`);
	}
	if (item.caseId) await carryGrounds(work, item.id, { id, caseId: item.caseId });
	work.touch(`meeting:${meetingId}`);
	return id;
}
