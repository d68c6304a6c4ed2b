import type { LedgerLine } from '#lib/protocol/views.ts';
import type { Connector, Dispatch } from '../../store/delivery.ts';
import type { ItemContext } from './context.ts';

/** Where each action of the item and its ratified list stand with their receivers, oldest first. */
export async function ledgerPart({ store, item }: ItemContext): Promise<LedgerLine[]> {
	const dispatches = await store.delivery.ledger([item.id]);
	if (dispatches.length === 0) return [];
	const names = new Map((await store.people.organisations()).map((each) => [each.id, each.name]));
	const connectors = new Map(
		(await store.delivery.connectorsEver()).map((each) => [each.id, each])
	);
	return dispatches.map((dispatch) =>
		ledgerLine(
			dispatch,
			names.get(dispatch.row.organisationId) ?? '',
			connectors.get(dispatch.delivery.connectorId ?? '') ?? null
		)
	);
}

export function ledgerLine(
	{ row, delivery }: Dispatch,
	organisation: string,
	connector: Pick<Connector, 'kind' | 'pausedAt'> | null
): LedgerLine {
	const waits = delivery.status === 'queued' || delivery.status === 'failed';
	return {
		deliveryId: delivery.id,
		type: row.type,
		actionId: row.type === 'action-list-ratified' ? null : row.subjectId,
		organisation: { id: row.organisationId, name: organisation },
		by: connector?.kind ?? null,
		status: delivery.status,
		attempts: delivery.attempts,
		createdAt: row.createdAt.toISOString(),
		sentAt: iso(delivery.sentAt),
		receivedAt: iso(delivery.receivedAt),
		readAt: iso(delivery.readAt),
		nextAttemptAt: iso(delivery.nextAttemptAt),
		parkedAt: iso(delivery.parkedAt),
		error: waits && connector?.pausedAt && !delivery.parkedAt ? 'connector-paused' : delivery.error
	};
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null;
