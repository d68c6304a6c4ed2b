import { isParked, nextAttempt } from '#lib/domain/retry.ts';
import type { App } from '../app.ts';
import type { Delivery, Dispatch } from '../store/delivery.ts';
import { repositories } from '../store/repositories.ts';
import type { Topic } from '../work.ts';
import type { Brought } from './bring.ts';
import { noteHealth } from './health.ts';

/** Writes how an attempt ended, in one transaction, and tells who is looking at the ledger. */
export async function settle(
	app: App,
	connectorId: string,
	{ row, delivery }: Dispatch,
	brought: Brought,
	random: () => number
): Promise<void> {
	const now = app.clock.now();
	const canMail = app.mailer !== null;
	const touched = new Set<Topic>([`item:${row.itemId}`]);
	await app.database.write(async (queries) => {
		const all = repositories(queries);
		const store = all.delivery;
		// Read again: while it was on its way it may have been read, outdated or given up.
		const current = (await store.find(delivery.id))?.delivery;
		if (!current) return;
		await store.changeDelivery(delivery.id, {
			claimedUntil: null,
			...(brought.ok ? arrived(current, now) : missed(current, brought.error, now, random))
		});
		if (!brought.ok && brought.error === 'broken-off') return;
		const error = brought.ok ? null : brought.error;
		await store.addExchange({ connectorId, at: now, what: row.type, error });
		for (const topic of await noteHealth(all, { connectorId, error, now, canMail }, () =>
			app.ids.id()
		))
			touched.add(topic);
	});
	app.hub.touched(touched);
	// A mail about the pause waits in its row.
	if (canMail && touched.size > 1) app.outbox.wake();
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
