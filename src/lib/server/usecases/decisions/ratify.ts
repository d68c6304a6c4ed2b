import { isRatified } from '#lib/domain/decisions.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import { announceActionList } from '../../outbox/announce.ts';
import type { DecisionVersion } from '../../store/decisions.ts';
import type { Work } from '../../work.ts';
import { type AtItem, atCaseItem, groundOf } from '../at-item.ts';
import { agreedActions } from './refresh-decisions.ts';

/**
 * Confirms the exact text of an item's decisions. For who was at the item, and for the chair; the
 * last of those who were there makes the list final and sends it to every organisation at the item.
 */
export async function ratify(
	work: Work,
	input: CheckedInput<'decisions.ratify'>
): Promise<Result<{ ratified: boolean }>> {
	const at = await atCaseItem(work, input.itemId);
	if (!at.ok) return at;
	if (!at.value.runs && !at.value.participant?.attendedAt) return fail('was-not-there');
	const { decisions } = work.store;
	const current = await decisions.current(input.itemId);
	if (!current) return fail('nothing-to-ratify');
	if (current.version !== input.version || current.hash !== input.hash)
		return fail('stale', { version: current.version });
	await decisions.ratify({
		itemId: input.itemId,
		version: current.version,
		personId: work.actor.personId,
		hash: current.hash,
		at: work.now
	});
	await logRatify(work, at.value, 'ratify');
	if (current.ratifiedAt) return ok({ ratified: true });
	const everyone = isRatified(
		await attendeeIds(work, input.itemId),
		await decisions.ratifications(input.itemId, current.version),
		current.version
	);
	if (everyone) await makeFinal(work, at.value, current);
	return ok({ ratified: everyone });
}

/** After the meeting the chair may go on without those who have not answered. */
export async function ratifyWithoutRest(
	work: Work,
	{ itemId }: CheckedInput<'decisions.ratify-without-rest'>
): Promise<Result> {
	const at = await atCaseItem(work, itemId);
	if (!at.ok) return at;
	if (!at.value.runs) return fail('chair-only');
	if (at.value.meeting.status !== 'closed') return fail('meeting-not-closed');
	const current = await work.store.decisions.current(itemId);
	if (!current) return fail('nothing-to-ratify');
	if (current.ratifiedAt) return ok();
	await makeFinal(work, at.value, current);
	await logRatify(work, at.value, 'ratify-without-rest');
	return ok();
}

/** Who was at the item and still takes part in it. */
export async function attendeeIds(work: Work, itemId: string): Promise<string[]> {
	const participants = await work.store.agenda.participants(itemId);
	return participants.filter((one) => one.attendedAt).map((one) => one.personId);
}

async function makeFinal(
	work: Work,
	at: AtItem & { caseId: string },
	{ itemId, version, hash }: DecisionVersion
): Promise<void> {
	await work.store.decisions.markRatified(itemId, version, work.now);
	await announceActionList(work, {
		itemId,
		caseId: at.caseId,
		version,
		hash,
		actions: await agreedActions(work.store, itemId),
		organisationIds: await organisationsAt(work, at)
	});
}

/** Every organisation at the item, the chair's among them: it runs each item. */
async function organisationsAt(work: Work, at: AtItem): Promise<string[]> {
	const participants = await work.store.agenda.participants(at.item.id);
	const chairs = (await work.store.tables.seats(at.table.id)).filter((one) => one.role === 'chair');
	const running = await work.store.people.findMany(chairs.map((one) => one.personId));
	return [
		...new Set([
			...participants.map((one) => one.organisationId),
			...running.map((one) => one.organisation.id)
		])
	];
}

async function logRatify(work: Work, at: AtItem, event: string): Promise<void> {
	await work.log({
		event,
		objectKind: 'item',
		objectId: at.item.id,
		caseId: at.item.caseId,
		ground: groundOf(at)
	});
	work.touch(`item:${at.item.id}`, `meeting:${at.meeting.id}`);
	for (const personId of await attendeeIds(work, at.item.id)) work.touch(`person:${personId}`);
}
