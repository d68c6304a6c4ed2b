import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Colleague } from '../../store/people.ts';
import type { UseCase, Work } from '../../work.ts';
import { atCase } from '../at-case.ts';
import { groundsOfNew } from '../grounds/give-grounds.ts';

/** The question to the table is the same each time; why now is in the words of who called it. */
const QUESTION = 'Spoedoverleg: wat moet er nu gebeuren?';
const MINUTES = 30;

/** A meeting on one case, made, running and at its item in one act; whoever is asked sees it at once (MT12). */
export const urgentMeeting: UseCase<
	CheckedInput<'meeting.urgent'>,
	{ meetingId: string; itemId: string }
> = async (work, input) => {
	const at = await atCase(work, input.caseId);
	if (!at.ok) return at;
	if (!at.value.seated) return fail('members-only');
	const { id: caseId, tableId, closedAt } = at.value.family.case;
	if (closedAt) return fail('case-closed');
	const asked = await whoTakesPart(work, tableId, input.participants);
	if (!asked.ok) return asked;

	const { store, now, actor } = work;
	const [latest] = await store.tables.meetings(tableId);
	const meetingId = work.id();
	const itemId = work.id();
	await store.tables.addMeeting({
		id: meetingId,
		tableId,
		startsAt: now,
		minutes: MINUTES,
		// Most tables meet at one address: who is away joins as always.
		videoLink: latest?.videoLink ?? '',
		status: 'running',
		startedAt: now,
		urgent: true
	});
	await store.agenda.add({
		id: itemId,
		meetingId,
		kind: 'case',
		caseId,
		reason: QUESTION,
		news: input.why,
		presenterId: actor.personId,
		minutes: MINUTES,
		position: 1,
		status: 'live',
		liveSince: now
	});
	const grounds = await groundsOfNew(
		work,
		{ id: itemId, caseId },
		asked.value.people,
		asked.value.always
	);
	if (!grounds.ok) return grounds;
	for (const { person, organisation } of asked.value.people) {
		await store.agenda.invite({
			itemId,
			personId: person.id,
			organisationId: organisation.id,
			invitedBy: actor.personId,
			invitedAt: now
		});
		work.touch(`person:${person.id}`);
	}
	await store.agenda.changeParticipant(itemId, actor.personId, {
		attendedAt: now,
		admittedAt: now,
		leftAt: null
	});
	await work.log({
		event: 'urgent-meeting',
		objectKind: 'item',
		objectId: itemId,
		caseId,
		ground: at.value.ground
	});
	work.touch(`meeting:${meetingId}`, `item:${itemId}`, `case:${caseId}`);
	return ok({ meetingId, itemId });
};

/** Who was asked, who calls it, and the chair (the last two always): none of them disabled. */
async function whoTakesPart(
	{ store, actor }: Work,
	tableId: string,
	participants: readonly string[]
): Promise<Result<{ people: Colleague[]; always: string[] }, 'unknown-person'>> {
	const seats = await store.tables.seats(tableId);
	const chairs = seats.flatMap((one) => (one.role === 'chair' ? one.personId : []));
	const always = [actor.personId, ...chairs];
	const ids = new Set([...participants, ...always]);
	const people = await store.people.findMany([...ids]);
	return people.length === ids.size && people.every((one) => !one.person.disabledAt)
		? ok({ people, always })
		: fail('unknown-person');
}
