import { fail, ok, type Result } from '#lib/domain/result.ts';
import { newClientSecret } from '../../connectors/secrets.ts';
import type { Work } from '../../work.ts';
import { administered, logConnector } from './may-administer.ts';

export interface ReplacedClientSecret {
	clientId: string;
	/** Shown this once. */
	clientSecret: string;
}

/**
 * Gives the organisation's system another client secret. The one before, and every token got with it, is
 * worth nothing from now on: it is replaced because somebody may have seen it. What waits stays waiting.
 */
export async function replaceClientSecret(
	work: Work,
	{ connectorId }: { connectorId: string }
): Promise<Result<ReplacedClientSecret>> {
	const connector = await administered(work, connectorId);
	if (!connector.ok) return connector;
	const { kind } = connector.value;
	if (kind !== 'api' && kind !== 'webhook') return fail('not-found');
	const clientSecret = newClientSecret(work);
	await work.store.delivery.changeConnector(connectorId, { apiKeyHash: work.hash(clientSecret) });
	await work.store.apiTokens.endOf(connectorId);
	await logConnector(work, 'replace-client-secret', connectorId);
	return ok({ clientId: connectorId, clientSecret });
}
