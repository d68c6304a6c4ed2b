import type { LedgerLine } from '#lib/protocol/views.ts';
import type { Dispatch } from '../../store/delivery.ts';
import type { ItemContext } from './context.ts';

/** Where each action of the item and its ratified list stand with their receivers, oldest first. */
export async function ledgerPart({ store, item }: ItemContext): Promise<LedgerLine[]> {
	const dispatches = await store.delivery.ledger([item.id]);
	if (dispatches.length === 0) return [];
	const names = new Map((await store.people.organisations()).map((each) => [each.id, each.name]));
	const paused = new Set(
		(await store.delivery.allConnectors()).filter((each) => each.pausedAt).map((each) => each.id)
	);
	return dispatches.map((dispatch) =>
		ledgerLine(
			dispatch,
			names.get(dispatch.row.organisationId) ?? '',
			paused.has(dispatch.delivery.connectorId ?? '')
		)
	);
}

export function ledgerLine(
	{ row, delivery }: Dispatch,
	organisation: string,
	isPaused: boolean
): LedgerLine {
	const waits = delivery.status === 'queued' || delivery.status === 'failed';
	return {
		deliveryId: delivery.id,
		type: row.type,
		actionId: row.type === 'action-list-ratified' ? null : row.subjectId,
		organisation: { id: row.organisationId, name: organisation },
		by: delivery.connectorId ? 'webhook' : null,
		status: delivery.status,
		attempts: delivery.attempts,
		createdAt: row.createdAt.toISOString(),
		sentAt: iso(delivery.sentAt),
		receivedAt: iso(delivery.receivedAt),
		readAt: iso(delivery.readAt),
		nextAttemptAt: iso(delivery.nextAttemptAt),
		parkedAt: iso(delivery.parkedAt),
		error: waits && isPaused && !delivery.parkedAt ? 'connector-paused' : delivery.error
	};
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null;
