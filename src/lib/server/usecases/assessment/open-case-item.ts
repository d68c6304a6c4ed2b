import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { Family } from '../../store/cases.ts';
import type { Work } from '../../work.ts';
import { type AtItem, atCaseItem, groundOf } from '../at-item.ts';

export interface OpenCaseItem extends AtItem {
	caseId: string;
	family: Family;
	childIds: string[];
	/** The adults who care for the children: section C and G30 are about them. */
	adultIds: string[];
}

/** A case item with its family, whatever its state; for who may open it. */
export async function caseItem(
	work: Work,
	itemId: string
): Promise<Result<OpenCaseItem, 'not-found'>> {
	const at = await atCaseItem(work, itemId);
	if (!at.ok) return at;
	const family = await work.store.cases.family(at.value.caseId);
	if (!family) return fail('not-found');
	return ok({
		...at.value,
		family,
		childIds: family.children.map(({ id }) => id),
		adultIds: family.caregivers.map(({ id }) => id)
	});
}

/** The same, as long as its assessment and judgement may still change. */
export async function openCaseItem(
	work: Work,
	itemId: string
): Promise<
	Result<OpenCaseItem, 'not-found' | 'item-concluded' | 'meeting-closed' | 'case-closed'>
> {
	const at = await caseItem(work, itemId);
	if (!at.ok) return at;
	if (at.value.meeting.status === 'closed') return fail('meeting-closed');
	if (at.value.item.status === 'done') return fail('item-concluded');
	if (at.value.family.case.closedAt) return fail('case-closed');
	return at;
}

/** Logs a change of the case, and tells everyone who is looking at the item. */
export async function changed(
	work: Work,
	at: OpenCaseItem,
	event: string,
	responsiblePersonId?: string
): Promise<void> {
	await work.log({
		event,
		objectKind: 'item',
		objectId: at.item.id,
		caseId: at.caseId,
		ground: groundOf(at),
		...(responsiblePersonId && { responsiblePersonId })
	});
	work.touch(`item:${at.item.id}`);
}
