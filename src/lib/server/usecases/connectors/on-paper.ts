import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Dispatch } from '../../store/delivery.ts';
import type { Work } from '../../work.ts';
import { type AtItem, atItem, groundOf } from '../at-item.ts';

/**
 * Chair or deputy gave this text to the receiver on paper. It counts as arrived, for this text: a newer one
 * asks again. By whatever way it was to go.
 */
export async function handOverOnPaper(
	work: Work,
	{ deliveryId }: CheckedInput<'delivery.hand-over'>
): Promise<Result> {
	const found = await ofChair(work, deliveryId);
	if (!found.ok) return found;
	const { row, delivery } = found.value;
	if (delivery.status === 'outdated') return fail('stale');
	const { subjectId, organisationId, revision, itemId } = row;
	await work.store.connections.addPaper({
		...{ subjectId, organisationId, revision, itemId },
		...{ by: work.actor.personId, at: work.now }
	});
	await note(work, 'delivery.hand-over', found.value);
	return ok();
}

export async function takeBackPaper(
	work: Work,
	{ deliveryId }: CheckedInput<'delivery.take-back'>
): Promise<Result> {
	const found = await ofChair(work, deliveryId);
	if (!found.ok) return found;
	const { subjectId, organisationId, revision } = found.value.row;
	const was = await work.store.connections.removePaper({ subjectId, organisationId, revision });
	if (!was) return fail('wrong-status');
	await note(work, 'delivery.take-back', found.value);
	return ok();
}

async function ofChair(
	work: Work,
	deliveryId: string
): Promise<Result<Dispatch & { at: AtItem }, 'not-found' | 'chair-only'>> {
	const found = await work.store.delivery.find(deliveryId);
	if (!found) return fail('not-found');
	const at = await atItem(work, found.row.itemId);
	if (!at.ok) return at;
	return at.value.runs ? ok({ ...found, at: at.value }) : fail('chair-only');
}

async function note(work: Work, event: string, { row, at }: Dispatch & { at: AtItem }) {
	await work.log({
		event,
		objectKind: 'item',
		objectId: row.itemId,
		caseId: at.item.caseId,
		ground: groundOf(at)
	});
	work.touch(`item:${row.itemId}`, `meeting:${at.meeting.id}`);
}
