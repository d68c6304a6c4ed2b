import { mailboxOf } from '#lib/domain/mail-address.ts';
import type { Action } from '../store/actions.ts';
import type { Connector } from '../store/delivery.ts';
import type { Repositories } from '../store/repositories.ts';

/** Who gets a mail: someone in person, or the mailbox of the team (`personId` null). */
export interface Recipient {
	personId: string | null;
	address: string;
}

type To = Pick<Connector, 'organisationId' | 'url'>;

export const teamOf = ({ url }: Pick<To, 'url'>): Recipient => ({
	personId: null,
	address: mailboxOf(url)
});

/**
 * The owner in person, at the address of his or her account, as long as that is of this organisation
 * and open; otherwise the mailbox of the team (ML2).
 */
export async function recipientOf(
	store: Repositories,
	connector: To,
	action: Pick<Action, 'ownerPersonId' | 'ownerOrganisationId'>
): Promise<Recipient> {
	const owner =
		action.ownerPersonId && action.ownerOrganisationId === connector.organisationId
			? await personIn(store, action.ownerPersonId, connector.organisationId)
			: null;
	return owner ?? teamOf(connector);
}

/** Someone with an open account at the organisation. */
export async function personIn(
	store: Repositories,
	personId: string,
	organisationId: string
): Promise<Recipient | null> {
	const found = await store.people.find(personId);
	if (!found || found.person.disabledAt || found.organisation.id !== organisationId) return null;
	return { personId, address: found.person.email };
}
