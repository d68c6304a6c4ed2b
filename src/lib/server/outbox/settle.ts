import { isParked, nextAttempt } from '#lib/domain/retry.ts';
import type { App } from '../app.ts';
import type { Delivery, Dispatch } from '../store/delivery.ts';
import { type Repositories, repositories } from '../store/repositories.ts';
import type { Topic } from '../work.ts';
import type { Brought } from './bring.ts';
import { type Attempt, noteHealth } from './health.ts';

/** How one attempt ended. */
export interface Ended {
	connectorId: string;
	dispatch: Dispatch;
	brought: Brought;
}

/** Writes how these attempts ended, in one transaction, and tells who is looking at the ledger. */
export async function settle(app: App, all: readonly Ended[], random: () => number): Promise<void> {
	const now = app.clock.now();
	const canMail = app.mailer !== null;
	const newId = () => app.ids.id();
	const items = all.map(({ dispatch }) => `item:${dispatch.row.itemId}` as const);
	const toAdministrators: Topic[] = [];
	await app.database.write(async (queries) => {
		const store = repositories(queries);
		const noted: Noted[] = [];
		for (const ended of all) noted.push(...(await settleOne(store.delivery, ended, now, random)));
		await store.delivery.addExchange(...noted.map((one) => ({ ...one, at: now })));
		for (const { connectorId, error } of noted)
			toAdministrators.push(
				...(await noteHealth(store, { connectorId, error, now, canMail }, newId))
			);
	});
	app.hub.touched(new Set([...items, ...toAdministrators]));
	// A mail about the pause waits in its row.
	if (canMail && toAdministrators.length > 0) app.outbox.wake();
}

/** What there is to remember of an attempt. */
interface Noted {
	connectorId: string;
	what: Dispatch['row']['type'];
	error: Attempt['error'];
}

async function settleOne(
	store: Repositories['delivery'],
	{ connectorId, dispatch: { row, delivery }, brought }: Ended,
	now: Date,
	random: () => number
): Promise<Noted[]> {
	// Read again: while it was on its way it may have been read, outdated or given up.
	const current = (await store.find(delivery.id))?.delivery;
	if (!current) return [];
	await store.changeDelivery(delivery.id, {
		claimedUntil: null,
		...(brought.ok ? arrived(current, now) : missed(current, brought.error, now, random))
	});
	if (!brought.ok && (brought.error === 'broken-off' || brought.error === 'held')) return [];
	return [{ connectorId, what: row.type, error: brought.ok ? null : brought.error }];
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
	if (error === 'held') return { status: 'queued', sentAt: null };
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
