import { fail, ok, type Result } from '#lib/domain/result.ts';
import { checkUrl } from '../../connectors/webhook/address.ts';
import { newClientSecret, newSigningSecret, secretContext } from '../../connectors/secrets.ts';
import type { Work } from '../../work.ts';
import { administers, logConnector } from './may-administer.ts';
import type { ClientCredentials } from './set-up-api.ts';

export interface NewWebhook {
	organisationId: string;
	url: string;
	/** `host:port` that may be private and without https. */
	allow: readonly string[];
}

/** Also what its system asks a token with, to send status back. */
export interface WebhookSecrets extends ClientCredentials {
	signingSecret: string;
}

/**
 * Connects an organisation's system and gives its secrets, this once. Not a command: the outcome of
 * a command is kept for who repeats it, and these may be kept nowhere in the clear.
 */
export async function setUpWebhook(
	work: Work,
	{ organisationId, url, allow }: NewWebhook
): Promise<Result<WebhookSecrets>> {
	const organisation = await work.store.people.organisation(organisationId);
	work.about({ objectKind: 'organisation', objectId: organisationId });
	if (!organisation || organisation.archivedAt || !administers(work.actor, organisationId))
		return fail('not-found');
	const checked = checkUrl(url.trim(), allow);
	if (!checked.ok) return checked;
	const connectorId = work.id();
	const signingSecret = newSigningSecret(work);
	const clientSecret = newClientSecret(work);
	await work.store.delivery.addConnector({
		id: connectorId,
		organisationId,
		kind: 'webhook',
		url: checked.value.href,
		secret: work.encrypt(signingSecret, secretContext(connectorId)),
		apiKeyHash: work.hash(clientSecret),
		createdAt: work.now
	});
	await logConnector(work, 'set-up-connector', connectorId);
	return ok({ connectorId, signingSecret, clientId: connectorId, clientSecret });
}
