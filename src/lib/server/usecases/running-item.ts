import { fail, type Result } from '#lib/domain/result.ts';
import type { Work } from '../work.ts';
import { type AtItem, atItem } from './at-item.ts';

/** An item, for who runs its meeting; another participant is told that this is the chair's. */
export async function runningItem(
	work: Work,
	itemId: string
): Promise<Result<AtItem, 'not-found' | 'chair-only' | 'meeting-closed'>> {
	const at = await atItem(work, itemId);
	if (!at.ok) return at;
	if (!at.value.runs) return fail('chair-only');
	return at.value.meeting.status === 'closed' ? fail('meeting-closed') : at;
}

/** Tells everyone who looks at the item or its meeting, and logs the change. */
export async function changed(work: Work, at: AtItem, event: string): Promise<void> {
	await work.log({
		event,
		objectKind: 'item',
		objectId: at.item.id,
		caseId: at.item.caseId,
		ground: at.runs ? (at.seat?.role ?? 'chair') : 'participant'
	});
	work.touch(`item:${at.item.id}`, `meeting:${at.meeting.id}`);
}
