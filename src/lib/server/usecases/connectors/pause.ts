import { ok, type Result } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import { administered, logConnector } from './may-administer.ts';

/** Keeps what has to leave until the connection is resumed; status still comes in. */
export async function pause(work: Work, input: { connectorId: string }): Promise<Result<void>> {
	const connector = await administered(work, input.connectorId);
	if (!connector.ok) return connector;
	await work.store.delivery.changeConnector(input.connectorId, {
		pausedAt: connector.value.pausedAt ?? work.now,
		pausedBecause: 'by-hand'
	});
	await logConnector(work, 'pause-connector', input.connectorId);
	return ok();
}

export async function resume(work: Work, input: { connectorId: string }): Promise<Result<void>> {
	const connector = await administered(work, input.connectorId);
	if (!connector.ok) return connector;
	await work.store.delivery.changeConnector(input.connectorId, {
		pausedAt: null,
		pausedBecause: null
	});
	await logConnector(work, 'resume-connector', input.connectorId);
	// Touching is what wakes the outbox.
	work.touch(`person:${work.actor.personId}`);
	return ok();
}
