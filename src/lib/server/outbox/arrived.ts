import type { Work } from '../work.ts';

/**
 * The owner saw or answered the action: in the app, or (with `connectorId`) by its own system. Proof
 * that the news arrived, also when the receiver's reply was lost; so it is not sent again. A mail is to the
 * person: seen in the app, no mail has to say so any more (ML19).
 */
export async function markRead(
	work: Work,
	action: { id: string; itemId: string; ownerOrganisationId: string },
	connectorId: string | null = null
): Promise<void> {
	const told = await work.store.delivery.toldAbout(action.id, action.ownerOrganisationId);
	const ways = await waysOf(work, action.ownerOrganisationId, connectorId);
	const unread = told.filter(
		({ delivery }) =>
			ways.has(delivery.connectorId) &&
			delivery.status !== 'read' &&
			delivery.status !== 'outdated' &&
			// What was withheld never arrived, whatever they know of the action by other ways.
			delivery.error !== 'names-in-title'
	);
	for (const { delivery } of unread)
		await work.store.delivery.changeDelivery(delivery.id, {
			status: 'read',
			readAt: work.now,
			receivedAt: delivery.receivedAt ?? work.now,
			nextAttemptAt: null,
			parkedAt: null,
			error: null
		});
	if (unread.length > 0) work.touch(`item:${action.itemId}`);
}

async function waysOf(
	work: Work,
	organisationId: string,
	connectorId: string | null
): Promise<ReadonlySet<string | null>> {
	if (connectorId) return new Set([connectorId]);
	const connectors = await work.store.delivery.connectorsOf(organisationId);
	return new Set([null, ...connectors.filter(({ kind }) => kind === 'mail').map(({ id }) => id)]);
}
