import type { Repositories } from '../store/repositories.ts';
import type { Actor } from '../work.ts';

/** Planned meetings of the same table to carry an item over to; for who runs the table, nobody else. */
export async function laterMeetings(
	store: Repositories,
	actor: Actor,
	meetingId: string
): Promise<{ id: string; startsAt: string }[]> {
	const meeting = await store.tables.meeting(meetingId);
	const seat = meeting && (await store.tables.seat(meeting.tableId, actor.personId));
	if (!meeting || !seat || seat.role === 'member') return [];
	return (await store.tables.meetings(meeting.tableId))
		.filter((other) => other.status === 'planned' && other.id !== meetingId)
		.map(({ id, startsAt }) => ({ id, startsAt: startsAt.toISOString() }))
		.toReversed();
}
