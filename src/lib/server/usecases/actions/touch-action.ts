import type { Action } from '../../store/actions.ts';
import type { Work } from '../../work.ts';

/** Tells whoever looks at the item, and the owners before and after, that something changed. */
export async function touchAction(work: Work, ...versions: Action[]): Promise<void> {
	for (const { itemId, ownerPersonId, ownerOrganisationId } of versions) {
		work.touch(`item:${itemId}`);
		if (ownerPersonId) work.touch(`person:${ownerPersonId}`);
		else
			for (const { person } of await work.store.people.ofOrganisation(ownerOrganisationId))
				if (!person.disabledAt) work.touch(`person:${person.id}`);
	}
}
