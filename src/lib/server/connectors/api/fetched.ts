import { mayLeave } from '../../outbox/payload.ts';
import type { Work } from '../../work.ts';

/**
 * A system that fetches its actions itself was shown these: what waited for it has arrived, but for a
 * title with a name registered since, for which the chair is asked other words. Of a system that is sent
 * messages this is no proof, since it may be somebody who looks on while the receiver is off.
 */
export async function fetched(work: Work, subjectIds: readonly string[]): Promise<void> {
	const { delivery } = work.store;
	const { connectorId } = work.actor;
	const connector = connectorId ? await delivery.connector(connectorId) : null;
	if (connector?.kind !== 'api' || connector.pausedAt) return;
	const all = await delivery.waitingFor(connector.id, subjectIds);
	// Otherwise who tries it out would read on its page that it never worked.
	if (all.length === 0 && (await delivery.exchanges(connector.id)).length === 0)
		await delivery.addExchange({
			...{ connectorId: connector.id, at: work.now, what: 'looked', error: null }
		});
	for (const { row, delivery: waiting } of all) {
		const arrived = await mayLeave(work.store, row);
		await delivery.changeDelivery(
			waiting.id,
			arrived
				? { status: 'received', sentAt: work.now, receivedAt: work.now, error: null }
				: { status: 'failed', error: 'names-in-title', parkedAt: work.now }
		);
		const error = arrived ? null : 'names-in-title';
		await delivery.addExchange({ connectorId: connector.id, at: work.now, what: row.type, error });
		work.touch(`item:${row.itemId}`);
	}
}
