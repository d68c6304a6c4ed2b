import { isParked, nextAttempt } from '#lib/domain/retry.ts';
import type { App } from '../app.ts';
import type { Delivery, Dispatch } from '../store/delivery.ts';
import { type Repositories, repositories } from '../store/repositories.ts';
import type { Brought } from './bring.ts';

/** How one attempt ended. */
export interface Ended {
	connectorId: string;
	dispatch: Dispatch;
	brought: Brought;
}

/** Writes how these attempts ended, in one transaction, and tells who is looking at the ledger. */
export async function settle(app: App, all: readonly Ended[], random: () => number): Promise<void> {
	const now = app.clock.now();
	await app.database.write(async (queries) => {
		const { delivery } = repositories(queries);
		const exchanges: NewExchange[] = [];
		for (const ended of all) exchanges.push(...(await settleOne(delivery, ended, now, random)));
		await delivery.addExchange(...exchanges);
	});
	app.hub.touched(new Set(all.map(({ dispatch }) => `item:${dispatch.row.itemId}` as const)));
}

type NewExchange = Parameters<Repositories['delivery']['addExchange']>[0];

/** Gives what to remember of it. */
async function settleOne(
	store: Repositories['delivery'],
	{ connectorId, dispatch: { row, delivery }, brought }: Ended,
	now: Date,
	random: () => number
): Promise<NewExchange[]> {
	// Read again: while it was on its way it may have been read, outdated or given up.
	const current = (await store.find(delivery.id))?.delivery;
	if (!current) return [];
	await store.changeDelivery(delivery.id, {
		claimedUntil: null,
		...(brought.ok ? arrived(current, now) : missed(current, brought.error, now, random))
	});
	if (!brought.ok && brought.error === 'broken-off') return [];
	const error = brought.ok ? null : brought.error;
	if (error === 'answered-gone')
		await store.changeConnector(connectorId, { pausedAt: now, pausedBecause: 'gone' });
	return [{ connectorId, at: now, what: row.type, error }];
}

type Values = Partial<Delivery>;

function arrived(current: Delivery, now: Date): Values {
	const receivedAt = current.receivedAt ?? now;
	if (current.status === 'read' || current.status === 'outdated') return { receivedAt };
	return { status: 'received', receivedAt, nextAttemptAt: null, parkedAt: null, error: null };
}

function missed(
	current: Delivery,
	error: Exclude<Brought, { ok: true }>['error'],
	now: Date,
	random: () => number
): Values {
	if (current.status !== 'sent' || error === 'broken-off') return {};
	if (error === 'names-in-title') return { status: 'failed', error, parkedAt: now, sentAt: null };
	const attempts = current.attempts + 1;
	if (error === 'answered-gone')
		// Waits for the connection: sent as soon as an administrator resumes it.
		return { status: 'failed', error, attempts, nextAttemptAt: null };
	if (isParked(attempts))
		return { status: 'failed', error, attempts, parkedAt: now, nextAttemptAt: null };
	const wait = nextAttempt(attempts, random) * 1000;
	return { status: 'failed', error, attempts, nextAttemptAt: new Date(now.getTime() + wait) };
}
