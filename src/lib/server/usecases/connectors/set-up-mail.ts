import { isMailAddress, mailboxUrl } from '#lib/domain/mail-address.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import { administers, logConnector } from './may-administer.ts';

export interface NewMail {
	organisationId: string;
	/** The team's mailbox, for an action without an owner in person. */
	address: string;
	/** Whether this server can send mail at all. */
	hasMail: boolean;
}

/** Brings actions by mail, with a link to one action (ML1). */
export async function setUpMail(
	work: Work,
	{ organisationId, address, hasMail }: NewMail
): Promise<Result<{ connectorId: string }, 'not-found' | 'no-mail-server' | 'invalid-address'>> {
	const organisation = await work.store.people.organisation(organisationId);
	work.about({ objectKind: 'organisation', objectId: organisationId });
	if (!organisation || organisation.archivedAt || !administers(work.actor, organisationId))
		return fail('not-found');
	if (!hasMail) return fail('no-mail-server');
	const mailbox = address.trim();
	if (!isMailAddress(mailbox)) return fail('invalid-address');
	const connectorId = work.id();
	await work.store.delivery.addConnector({
		id: connectorId,
		organisationId,
		kind: 'mail',
		url: mailboxUrl(mailbox),
		secret: '',
		// Nothing is sent back by key: what opens is the link in each mail.
		apiKeyHash: work.hash(work.secret()),
		createdAt: work.now
	});
	await logConnector(work, 'set-up-connector', connectorId);
	return ok({ connectorId });
}
