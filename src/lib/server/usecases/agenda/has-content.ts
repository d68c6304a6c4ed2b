import type { Work } from '../../work.ts';

/** Whether anything hangs on an item that would be lost with it: answers, judgements, actions, signals, a move, referrals, text. */
export async function hasContent(work: Work, itemId: string): Promise<boolean> {
	const { store } = work;
	const texts = await work.texts(itemId);
	// A text that can't be read back is not thrown away either.
	if (texts === null || Object.values(texts).some((text) => text.trim() !== '')) return true;
	if (await store.grounds.anythingRecorded(itemId)) return true;
	const counts = [
		await store.assessment.standing(itemId),
		await store.judgements.ofItem(itemId),
		await store.actions.ofItem(itemId),
		await store.signals.ofItem(itemId),
		await store.moving.ofItem(itemId),
		await store.coordination.recordedAt(itemId),
		await store.referrals.recordedAt(itemId)
	];
	return counts.some((rows) => rows.length > 0);
}
