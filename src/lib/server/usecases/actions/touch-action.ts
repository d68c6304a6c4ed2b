import type { Action } from '../../store/actions.ts';
import type { Work } from '../../work.ts';

/** Tells whoever looks at an item of the case, and the owners before and after, that something changed. */
export async function touchAction(work: Work, ...versions: Action[]): Promise<void> {
	for (const { itemId, caseId, ownerPersonId, ownerOrganisationId } of versions) {
		work.touch(`item:${itemId}`);
		// Later items of the case open with what became of it; the chair's board counts it.
		for (const item of await work.store.agenda.ofCase(caseId)) {
			if (item.id !== itemId) work.touch(`item:${item.id}`);
			else work.touch(`meeting:${item.meetingId}`);
		}
		if (ownerPersonId) work.touch(`person:${ownerPersonId}`);
		else
			for (const { person } of await work.store.people.ofOrganisation(ownerOrganisationId))
				if (!person.disabledAt) work.touch(`person:${person.id}`);
	}
}
