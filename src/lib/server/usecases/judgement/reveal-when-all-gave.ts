import { mayReveal } from '#lib/domain/judgement.ts';
import type { AgendaItem } from '../../store/agenda.ts';
import type { Work } from '../../work.ts';

/**
 * Makes the judgements about the children visible where everyone present has given theirs (rule 4).
 * To be called after a judgement is given, and when someone leaves the item.
 */
export async function revealWhenAllGave(
	work: Work,
	item: Pick<AgendaItem, 'id' | 'status'>,
	childIds: readonly string[]
): Promise<string[]> {
	const { store } = work;
	const judgements = await store.judgements.ofItem(item.id);
	const revealed = new Set((await store.judgements.reveals(item.id)).map((each) => each.childId));
	const present = (await store.agenda.participants(item.id))
		.filter((each) => each.attendedAt !== null && each.leftAt === null)
		.map((each) => each.personId);
	const now = childIds.filter(
		(childId) =>
			!revealed.has(childId) &&
			mayReveal({
				submittedBy: judgements
					.filter((each) => each.childId === childId)
					.map((each) => each.personId),
				present,
				byChair: false,
				live: item.status === 'live'
			})
	);
	for (const childId of now)
		await store.judgements.reveal({
			itemId: item.id,
			childId,
			revealedAt: work.now,
			revealedBy: null
		});
	return now;
}
