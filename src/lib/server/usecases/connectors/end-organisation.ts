import { stopTelling } from '../../outbox/ways.ts';
import type { Work } from '../../work.ts';
import { endConnector } from './remove.ts';

/** An organisation takes part no more: its connections and calendar end, and what was open stops visibly. */
export async function endOrganisation(work: Work, organisationId: string): Promise<void> {
	for (const connector of await work.store.delivery.connectorsOf(organisationId))
		await endConnector(work, connector);
	await stopTelling(work, organisationId, null);
	await work.store.connections.revokeFeeds(organisationId, work.now);
}
