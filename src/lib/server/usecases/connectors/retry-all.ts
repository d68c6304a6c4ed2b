import { fail, ok, type Result } from '#lib/domain/result.ts';
import { sendParked } from '../../outbox/ways.ts';
import type { Work } from '../../work.ts';
import { administered, logConnector } from './may-administer.ts';

/** Sends all parked messages of a connection again, in their order. */
export async function retryAll(
	work: Work,
	{ connectorId }: { connectorId: string }
): Promise<Result<{ count: number }>> {
	const connector = await administered(work, connectorId);
	if (!connector.ok) return connector;
	if (connector.value.pausedAt) return fail('connector-paused');
	const count = await sendParked(work, connectorId);
	await logConnector(work, 'retry-all', connectorId);
	return ok({ count });
}
