import { ok, type Result } from '#lib/domain/result.ts';
import { sendParked } from '../../outbox/ways.ts';
import type { Work } from '../../work.ts';
import { administered, logConnector, touchAdministrators, touchOpen } from './may-administer.ts';

/** Keeps what has to leave until the connection is resumed; status still comes in. */
export async function pause(work: Work, input: { connectorId: string }): Promise<Result<void>> {
	const connector = await administered(work, input.connectorId);
	if (!connector.ok) return connector;
	await work.store.delivery.changeConnector(input.connectorId, {
		pausedAt: connector.value.pausedAt ?? work.now,
		pausedBecause: 'by-hand'
	});
	await touchOpen(work, input.connectorId);
	await logConnector(work, 'pause-connector', input.connectorId);
	return ok();
}

/**
 * Sends what waited, in order. After a pause because nothing arrived also what was given up meanwhile: that
 * was the connection, not the message.
 */
export async function resume(work: Work, input: { connectorId: string }): Promise<Result<void>> {
	const connector = await administered(work, input.connectorId);
	if (!connector.ok) return connector;
	const { connectorId } = input;
	await work.store.delivery.changeConnector(connectorId, {
		...{ pausedAt: null, pausedBecause: null },
		...{ failingSince: null, failedAttempts: 0 }
	});
	const because = connector.value.pausedBecause;
	if (because === 'failing' || because === 'gone') await sendParked(work, connectorId);
	await work.store.delivery.hurry(connectorId);
	await touchOpen(work, connectorId);
	await logConnector(work, 'resume-connector', connectorId);
	await touchAdministrators(work, connector.value.organisationId);
	return ok();
}
