import { stopTelling } from '../../outbox/ways.ts';
import type { AgendaItem } from '../../store/agenda.ts';
import type { StoredGround } from '../../store/grounds.ts';
import type { Work } from '../../work.ts';
import { takeOut } from '../agenda/take-out.ts';

/**
 * Ends the ground of an organisation at an item: everyone of it is out at once, in view and in shared text
 * (GC5). Gives who they were.
 */
export async function endGround(
	work: Work,
	item: AgendaItem & { caseId: string },
	{ organisationId, standing }: { organisationId: string; standing: StoredGround | undefined },
	ended: { endedBy: string | null; endedBecause: string }
): Promise<string[]> {
	const { store, now } = work;
	const personIds = (await store.agenda.participants(item.id))
		.filter((part) => part.organisationId === organisationId)
		.map((part) => part.personId);
	const values = { ...ended, endedAt: now };
	if (standing)
		await store.grounds.change(standing.id, { ...values, revision: standing.revision + 1 });
	else
		await store.grounds.add({
			id: work.id(),
			itemId: item.id,
			caseId: item.caseId,
			organisationId,
			recordedAt: now,
			revision: 1,
			...values
		});
	await takeOut(work, item, personIds);
	// Nothing more of the case leaves to it, also not by its own system (KO).
	await stopTelling(work, organisationId, item.id);
	return personIds;
}
