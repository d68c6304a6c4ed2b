import type { Work } from '../../work.ts';

/**
 * Someone left the items of a case, or came back: wherever he or she holds a role or is asked for one, every
 * screen shows at once whether it is nobody's now (CO9).
 */
export async function rolesStandOtherwise(work: Work, personId: string): Promise<void> {
	for (const caseId of await work.store.coordination.casesOf(personId))
		for (const item of await work.store.agenda.ofCase(caseId)) work.touch(`item:${item.id}`);
}
