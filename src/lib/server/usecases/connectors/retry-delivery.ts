import { fail, ok, type Result } from '#lib/domain/result.ts';
import { isToldNoMore } from '../../outbox/told-no-more.ts';
import { sendAgain } from '../../outbox/ways.ts';
import type { Work } from '../../work.ts';
import { atItem, groundOf } from '../at-item.ts';
import { administers } from './may-administer.ts';

/** Sends a parked delivery again: for the chair of its item, or the receiving organisation's administrator. */
export async function retryDelivery(
	work: Work,
	input: { deliveryId: string }
): Promise<Result<void>> {
	const found = await work.store.delivery.find(input.deliveryId);
	if (!found) return fail('not-found');
	const { row, delivery } = found;
	// Also when it is not theirs: the attempt is on the log with the case it was about.
	const item = await work.store.agenda.find(row.itemId);
	const about = { objectKind: 'item' as const, objectId: row.itemId, caseId: item?.caseId ?? null };
	work.about(about);
	const may = await mayRetry(work, row.itemId, row.organisationId);
	if (!may.ok) return may;
	if (delivery.status !== 'failed') return fail('wrong-status');
	// A ground or an organisation that ended: trying again would tell who may not know.
	if (await isToldNoMore(work.store, row.organisationId, row.itemId))
		return fail('organisation-left');
	const connector = delivery.connectorId
		? await work.store.delivery.connector(delivery.connectorId)
		: null;
	if (!connector || connector.removedAt) return fail('connector-removed');
	if (connector.pausedAt) return fail('connector-paused');
	await sendAgain(work, found);
	await work.log({ event: 'retry-delivery', ...about, ground: may.value });
	return ok();
}

async function mayRetry(
	work: Work,
	itemId: string,
	organisationId: string
): Promise<Result<string>> {
	if (administers(work.actor, organisationId)) return ok('administrator');
	const at = await atItem(work, itemId);
	if (!at.ok) return at;
	return at.value.runs ? ok(groundOf(at.value)) : fail('not-yours');
}
