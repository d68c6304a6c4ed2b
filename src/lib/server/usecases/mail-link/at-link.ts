import type { Action } from '../../store/actions.ts';
import type { MailLink } from '../../store/mail-links.ts';
import type { LinkEnd } from '../../store/schema/index.ts';
import type { Repositories } from '../../store/repositories.ts';

/** Days in which an action list can be opened. */
const LIST_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Where a link stands. `gone`: it has never been, or counts no more for a reason that is nobody's business
 * here: the connection was removed, the account closed, the mailbox is another one.
 */
export type LinkState =
	| { is: 'live'; link: MailLink; action: Action | null }
	| { is: 'ended'; link: MailLink; because: LinkEnd }
	| { is: 'gone' };

/** Looked at anew with every request, so that it ends in the moment that what it rests on ends (ML12). */
export async function atLink(
	store: Repositories,
	link: MailLink | null,
	now: Date
): Promise<LinkState> {
	if (!link || !(await isStillTheirs(store, link))) return { is: 'gone' };
	if (link.endedBecause) return { is: 'ended', link, because: link.endedBecause };
	if (link.kind === 'list') {
		const isOld = now.getTime() - link.createdAt.getTime() > LIST_DAYS * DAY_MS;
		return isOld ? { is: 'gone' } : { is: 'live', link, action: null };
	}
	const action = await store.actions.find(link.subjectId);
	if (!action) return { is: 'gone' };
	if (action.status === 'done' || action.status === 'withdrawn')
		return { is: 'ended', link, because: action.status };
	return action.ownerOrganisationId === link.organisationId
		? { is: 'live', link, action }
		: { is: 'ended', link, because: 'other-owner' };
}

/** The connection, the organisation and the account or mailbox that it was sent to are as they were. */
async function isStillTheirs(store: Repositories, link: MailLink): Promise<boolean> {
	const connector = await store.delivery.connector(link.connectorId);
	const organisation = await store.people.organisation(link.organisationId);
	if (!connector || connector.removedAt || !organisation || organisation.archivedAt) return false;
	if (link.personId === null) return true;
	const found = await store.people.find(link.personId);
	return (
		found !== null &&
		!found.person.disabledAt &&
		found.organisation.id === link.organisationId &&
		found.person.email === link.address
	);
}
