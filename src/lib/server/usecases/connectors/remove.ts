import { ok, type Result } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import { administered, logConnector } from './may-administer.ts';

/** Ends a connection: its client secret and its tokens open nothing any more, and what was on its way is visibly not delivered. */
export async function remove(work: Work, input: { connectorId: string }): Promise<Result<void>> {
	const connector = await administered(work, input.connectorId);
	if (!connector.ok) return connector;
	const { delivery } = work.store;
	await delivery.changeConnector(input.connectorId, {
		removedAt: work.now,
		// Unusable, and still unique; of a secret that is out of use nothing is kept.
		apiKeyHash: work.hash(work.secret()),
		secret: '',
		previousSecret: null
	});
	await work.store.apiTokens.endOf(input.connectorId);
	const items = await delivery.failOpen(input.connectorId, 'connector-removed', work.now);
	work.touch(...items.map((itemId) => `item:${itemId}` as const));
	await logConnector(work, 'remove-connector', input.connectorId);
	return ok();
}
