import { bySafety, type Urgency } from '#lib/domain/safety-order.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { runningMeeting } from '../at-meeting.ts';
import { caseFacts } from './case-facts.ts';

/** The case items still to come, the most unsafe first (R10); all other items keep their place. */
export const orderBySafety: UseCase<CheckedInput<'meeting.order-by-safety'>> = async (
	work,
	{ meetingId }
) => {
	const at = await runningMeeting(work, meetingId);
	if (!at.ok) return at;
	if (at.value.meeting.status === 'closed') return fail('meeting-closed');
	const items = await work.store.agenda.ofMeeting(meetingId);
	const toCome = items.filter((item) => item.kind === 'case' && item.status === 'planned');
	const facts = await caseFacts(
		work.store,
		toCome.flatMap((item) => item.caseId ?? []),
		work.today
	);
	const urgencyOf = (caseId: string | null): Urgency =>
		facts.get(caseId ?? '') ?? { code: '', safety: null, waitingDays: 0 };
	const ordered = toCome.toSorted((a, b) => bySafety(urgencyOf(a.caseId), urgencyOf(b.caseId)));
	for (const [index, item] of ordered.entries()) {
		const place = toCome[index];
		if (place && place.id !== item.id) await work.store.agenda.place(item.id, place.position);
	}
	await work.log({
		event: 'order-by-safety',
		objectKind: 'meeting',
		objectId: meetingId,
		ground: at.value.seat.role
	});
	work.touch(`meeting:${meetingId}`);
	return ok();
};
