import type { Work } from '../work.ts';

/**
 * The owner saw or answered the action: in the app, or (with `connectorId`) by its own system. Proof
 * that the news arrived, also when the receiver's reply was lost; so it is not sent again.
 */
export async function markRead(
	work: Work,
	action: { id: string; itemId: string; ownerOrganisationId: string },
	connectorId: string | null = null
): Promise<void> {
	const told = await work.store.delivery.toldAbout(action.id, action.ownerOrganisationId);
	const unread = told.filter(
		({ delivery }) =>
			delivery.connectorId === connectorId &&
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
