import type { App } from '../app.ts';
import { messageOf, type SendError } from '../connectors/connector.ts';
import { targetOf } from '../connectors/target.ts';
import type { Senders } from '../connectors/senders.ts';
import { logError } from '../log.ts';
import type { Dispatch } from '../store/delivery.ts';
import { repositories } from '../store/repositories.ts';
import { mayLeave } from './payload.ts';

/**
 * `broken-off`: we are closing; whether it arrived nobody knows. `held`: it never left, as the connection was
 * paused, or a newer text took its place, while it waited for its turn.
 */
export type Brought =
	{ ok: true } | { ok: false; error: SendError | 'names-in-title' | 'broken-off' | 'held' };

/** One attempt to bring one delivery. A fault costs this attempt, never the lane. */
export async function bring(
	app: App,
	senders: Senders,
	connectorId: string,
	{ row, delivery }: Dispatch,
	closing: AbortSignal
): Promise<Brought> {
	try {
		const store = repositories(app.database.reader);
		const connector = await store.delivery.connector(connectorId);
		if (!connector) return { ok: false, error: 'fault' };
		const current = await store.delivery.find(delivery.id);
		if (connector.pausedAt || connector.removedAt || current?.delivery.status !== 'sent')
			return { ok: false, error: 'held' };
		// Checked when it was typed; again now, as a name may have been registered since.
		if (!(await mayLeave(store, row))) return { ok: false, error: 'names-in-title' };

		const sender = senders[connector.kind];
		if (!sender) return { ok: false, error: 'fault' };
		const outcome = await sender.send(targetOf(app, connector), messageOf(row), closing);
		return !outcome.ok && closing.aborted ? { ok: false, error: 'broken-off' } : outcome;
	} catch (error) {
		logError('outbox', error);
		return { ok: false, error: 'fault' };
	}
}
