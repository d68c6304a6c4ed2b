import { fail, ok, type Result } from '#lib/domain/result.ts';
import { newClientSecret } from '../../connectors/secrets.ts';
import type { Work } from '../../work.ts';
import { administers, logConnector } from './may-administer.ts';

export interface ClientCredentials {
	connectorId: string;
	/** OAuth 2.0 client credentials (RFC 6749, 4.4); the secret is shown this once. */
	clientId: string;
	clientSecret: string;
}

/**
 * Lets an organisation's system fetch its actions itself. Not a command: the outcome of a command is
 * kept for who repeats it, and a secret may be kept nowhere in the clear.
 */
export async function setUpApi(
	work: Work,
	{ organisationId }: { organisationId: string }
): Promise<Result<ClientCredentials>> {
	const organisation = await work.store.people.organisation(organisationId);
	work.about({ objectKind: 'organisation', objectId: organisationId });
	if (!organisation || organisation.archivedAt || !administers(work.actor, organisationId))
		return fail('not-found');
	const connectorId = work.id();
	const clientSecret = newClientSecret(work);
	await work.store.delivery.addConnector({
		id: connectorId,
		organisationId,
		kind: 'api',
		url: '',
		secret: '',
		apiKeyHash: work.hash(clientSecret),
		createdAt: work.now
	});
	await logConnector(work, 'set-up-connector', connectorId);
	return ok({ connectorId, clientId: connectorId, clientSecret });
}
