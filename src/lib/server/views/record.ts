import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { RecordContent, RecordedItem, RecordView } from '#lib/protocol/my-actions.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { Work } from '../work.ts';
import { logRead, ownItems } from './review.ts';

/**
 * The fixed record of a closed meeting, per viewer only the own items: for the rest not even a gap.
 * Not there (`not-found`) as long as the meeting is not closed.
 */
export async function record(
	work: Work,
	meetingId: string,
	event: 'read-record' | 'print-record' = 'read-record'
): Promise<Result<RecordView>> {
	const own = await ownItems(work, meetingId);
	if (own?.meeting.status !== 'closed') return fail('not-found');
	const items: RecordedItem[] = [];
	for (const context of own.contexts) {
		const fixed = await work.store.decisions.record(context.item.id);
		if (!fixed) continue;
		const content = fixed.content as RecordContent;
		items.push({
			itemId: context.item.id,
			hash: fixed.hash,
			fixedAt: fixed.createdAt.toISOString(),
			content,
			now: await since(work, context.item.id, content)
		});
		await logRead(work, context, event);
	}
	const { meeting, tableName } = own;
	return ok({
		meetingId,
		tableName,
		day: dayInTheNetherlands(meeting.startedAt ?? meeting.startsAt),
		items
	});
}

/** What happened to the decisions after the record was fixed: another text, or the last to confirm it. */
async function since(
	work: Work,
	itemId: string,
	{ decisions }: RecordContent
): Promise<RecordedItem['now']> {
	const current = await work.store.decisions.current(itemId);
	if (!current) return null;
	const ratifiedAt = current.ratifiedAt?.toISOString() ?? null;
	const same = current.version === decisions?.version && ratifiedAt === decisions.ratifiedAt;
	return same ? null : { version: current.version, ratifiedAt };
}
