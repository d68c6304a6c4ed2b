import type { Work } from '../../work.ts';
import { recordContent } from './record-content.ts';

/**
 * Fixes the record of each case item of a meeting that closes, as it stands now. Call it in the
 * transaction that closes the meeting: a record is written once and never changed.
 */
export async function fixRecords(work: Work, meetingId: string): Promise<void> {
	const { store } = work;
	const meeting = await store.tables.meeting(meetingId);
	const table = meeting && (await store.tables.find(meeting.tableId));
	if (!meeting || !table) return;
	for (const item of await store.agenda.ofMeeting(meetingId)) {
		const treated = item.status === 'done' || item.status === 'carried-over';
		if (item.kind !== 'case' || !treated || (await store.decisions.record(item.id))) continue;
		const content = await recordContent(work, item, meeting, table);
		if (!content) continue;
		await store.decisions.fix({
			itemId: item.id,
			meetingId,
			content,
			hash: work.hash(JSON.stringify(content)),
			createdAt: work.now
		});
		await work.log({
			event: 'fix-record',
			objectKind: 'item',
			objectId: item.id,
			caseId: item.caseId,
			ground: 'chair'
		});
	}
}
