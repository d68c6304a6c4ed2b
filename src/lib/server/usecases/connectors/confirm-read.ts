import { ok, type Result } from '#lib/domain/result.ts';
import { markRead } from '../../outbox/arrived.ts';
import type { Work } from '../../work.ts';
import { ownAction } from './own-action.ts';

/** The organisation's system says that somebody there has seen the action. */
export async function confirmRead(
	work: Work,
	input: { connectorId: string; actionId: string }
): Promise<Result<void>> {
	const action = await ownAction(work, input.actionId, 'confirm-read');
	if (!action.ok) return action;
	await markRead(work, action.value, input.connectorId);
	await work.store.delivery.addExchange({
		connectorId: input.connectorId,
		at: work.now,
		what: 'read-in'
	});
	return ok();
}
