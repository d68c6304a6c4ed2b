import { ok, type Result } from '#lib/domain/result.ts';
import { goOtherWays } from '../../outbox/ways.ts';
import type { Connector } from '../../store/delivery.ts';
import type { Work } from '../../work.ts';
import { administered, logConnector, touchAdministrators } from './may-administer.ts';

/**
 * Ends a connection: its client secret and its tokens open nothing any more, and what was on its way is visibly
 * not delivered by it. It goes by another connection of the organisation, or stands ready in the app.
 */
export async function remove(work: Work, input: { connectorId: string }): Promise<Result<void>> {
	const connector = await administered(work, input.connectorId);
	if (!connector.ok) return connector;
	await endConnector(work, connector.value);
	await touchAdministrators(work, connector.value.organisationId);
	await logConnector(work, 'remove-connector', input.connectorId);
	return ok();
}

export async function endConnector(work: Work, { id, organisationId }: Connector): Promise<void> {
	const { delivery } = work.store;
	const open = await delivery.openBy(id);
	await delivery.changeConnector(id, {
		removedAt: work.now,
		// Unusable, and still unique; of a secret that is out of use nothing is kept.
		apiKeyHash: work.hash(work.secret()),
		secret: '',
		previousSecret: null
	});
	await work.store.apiTokens.endOf(id);
	const items = await delivery.failOpen(id, 'connector-removed', work.now);
	work.touch(...items.map((itemId) => `item:${itemId}` as const));
	await goOtherWays(work, organisationId, open);
}
