import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { LedgerLine } from '#lib/protocol/views.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { Work } from '../work.ts';
import { ledgerPart } from './item/ledger.ts';
import { logRead, ownItems } from './review.ts';

export interface MeetingLedger {
	meetingId: string;
	tableName: string;
	day: string;
	isClosed: boolean;
	items: {
		itemId: string;
		code: string;
		/** Chair or deputy: may try a parked delivery again. */
		mayRetry: boolean;
		titles: Record<string, string>;
		lines: LedgerLine[];
	}[];
}

/** The ledger of a meeting, for the items the viewer takes part in; the others do not exist. */
export async function meetingLedger(
	work: Work,
	meetingId: string
): Promise<Result<MeetingLedger, 'not-found'>> {
	const own = await ownItems(work, meetingId);
	if (!own) return fail('not-found');
	const items: MeetingLedger['items'] = [];
	for (const context of own.contexts) {
		const actions = await work.store.actions.ofItem(context.item.id);
		items.push({
			itemId: context.item.id,
			code: context.family.case.code,
			mayRetry: context.runs,
			titles: Object.fromEntries(actions.map((action) => [action.id, action.title])),
			lines: await ledgerPart(context)
		});
		await logRead(work, context, 'read-ledger');
	}
	const { meeting, tableName } = own;
	return ok({
		meetingId,
		tableName,
		day: dayInTheNetherlands(meeting.startedAt ?? meeting.startsAt),
		isClosed: meeting.status === 'closed',
		items
	});
}
