import { isOpen } from '#lib/domain/action.ts';
import type { Dispatch } from '../store/delivery.ts';
import type { Topic, Work } from '../work.ts';

/** What never arrives by trying again. */
const NOT_AGAIN: readonly (string | null)[] = ['organisation-left', 'connector-removed'];

/**
 * A connector came: what stood ready for its organisation in the app only, and is still to be done, goes by
 * it. In the order in which it was decided.
 */
export async function sendWaiting(work: Work, connectorId: string): Promise<number> {
	const { delivery, actions } = work.store;
	const connector = await delivery.connector(connectorId);
	if (!connector) return 0;
	let sent = 0;
	for (const { row, delivery: waiting } of await delivery.waitingInApp(connector.organisationId)) {
		const action = await actions.find(row.subjectId);
		if (!action || !isOpen(action.status)) continue;
		if (action.ownerOrganisationId !== connector.organisationId) continue;
		await delivery.changeDelivery(waiting.id, { connectorId });
		touchItem(work, row.itemId);
		sent++;
	}
	return sent;
}

/**
 * A connector went: what was open by it goes by another one of its organisation, or stands ready in the app
 * when there is none. What of it failed stays visible.
 */
export async function goOtherWays(
	work: Work,
	organisationId: string,
	open: readonly Dispatch[]
): Promise<void> {
	const { delivery } = work.store;
	const [other] = await delivery.connectorsOf(organisationId);
	for (const { row, delivery: before } of open) {
		if (before.error === 'organisation-left') continue;
		const ways = await delivery.waysOf(row.seq);
		const hasOther = ways.some((way) => way.id !== before.id && way.error !== 'connector-removed');
		if (hasOther) continue;
		await delivery.addDelivery({
			id: work.id(),
			outboxSeq: row.seq,
			connectorId: other?.id ?? null,
			status: 'queued'
		});
		touchItem(work, row.itemId);
	}
}

/**
 * An organisation is told nothing more, of one item or at all: what is open stops and says so. A withdrawal
 * goes on, as it holds nothing of the case and clears their list.
 */
export async function stopTelling(
	work: Work,
	organisationId: string,
	itemId: string | null
): Promise<void> {
	const { delivery } = work.store;
	for (const { row, delivery: open } of await delivery.openFor(organisationId, itemId)) {
		if (row.type === 'action-withdrawn' && itemId !== null) continue;
		await delivery.changeDelivery(open.id, {
			...{ status: 'failed', error: 'organisation-left', parkedAt: work.now },
			...{ nextAttemptAt: null, claimedUntil: null }
		});
		touchItem(work, row.itemId);
	}
}

/** Parked messages of a connector go again, in their order; gives how many. */
export async function sendParked(work: Work, connectorId: string): Promise<number> {
	const again = (await work.store.delivery.parkedBy(connectorId)).filter(
		(one) => !NOT_AGAIN.includes(one.delivery.error)
	);
	for (const one of again) await sendAgain(work, one);
	return again.length;
}

/**
 * A message that was parked goes again. Who fetches has read past its place in the row of events, so there
 * it takes a new place, under a new id: it was never handed over under the old one.
 */
export async function sendAgain(work: Work, { row, delivery: parked }: Dispatch): Promise<void> {
	const { delivery } = work.store;
	const connector = parked.connectorId ? await delivery.connector(parked.connectorId) : null;
	const { seq, ...news } = row;
	const isFetched = connector?.kind === 'api';
	await delivery.changeDelivery(parked.id, {
		outboxSeq: isFetched ? await delivery.addOutbox({ ...news, id: work.id() }) : seq,
		...{ status: 'queued', attempts: 0, nextAttemptAt: null, parkedAt: null, error: null }
	});
	touchItem(work, row.itemId);
}

function touchItem(work: Work, itemId: string): void {
	work.touch(`item:${itemId}` satisfies Topic);
}
