import type { AgendaItem } from '../../store/agenda.ts';
import type { Work } from '../../work.ts';
import { rolesStandOtherwise } from '../coordination/gone.ts';
import { revealWhenAllGave } from '../judgement/reveal-when-all-gave.ts';

/** Takes people out of an item: it is gone for each of them at once, on every open screen. */
export async function takeOut(
	work: Work,
	item: AgendaItem,
	personIds: readonly string[]
): Promise<void> {
	for (const personId of personIds) {
		await work.store.agenda.changeParticipant(item.id, personId, {
			removedAt: work.now,
			leftAt: work.now
		});
		await rolesStandOtherwise(work, personId);
		work.touch(`person:${personId}`);
	}
	const family = item.caseId ? await work.store.cases.family(item.caseId) : null;
	// The last one without a judgement may be among those who are taken out.
	await revealWhenAllGave(work, item, family?.children.map((child) => child.id) ?? []);
}
