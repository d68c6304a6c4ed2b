import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Connector } from '../../store/delivery.ts';
import type { Actor, Work } from '../../work.ts';

/** Connections are for who administers everything, and for an organisation's own administrator. */
export function administers(actor: Actor, organisationId: string): boolean {
	if (actor.connectorId) return false;
	if (actor.administers === 'everything') return true;
	return actor.administers === 'organisation' && actor.organisationId === organisationId;
}

/** A connector for its administrator; absent, removed and another organisation's answer alike. */
export async function administered(
	work: Work,
	connectorId: string
): Promise<Result<Connector, 'not-found'>> {
	const connector = await work.store.delivery.connector(connectorId);
	work.about({ objectKind: 'connector', objectId: connectorId });
	if (!connector || connector.removedAt || !administers(work.actor, connector.organisationId))
		return fail('not-found');
	return ok(connector);
}

export async function logConnector(
	work: Work,
	event: string,
	connectorId: string,
	ground = 'administrator'
): Promise<void> {
	await work.log({ event, objectKind: 'connector', objectId: connectorId, ground });
}

/** Everyone who looks at the ledger of what is open by it. */
export async function touchOpen(work: Work, connectorId: string): Promise<void> {
	for (const { row } of await work.store.delivery.openBy(connectorId))
		work.touch(`item:${row.itemId}`);
}

/** Who has a line about a paused connection on "Vandaag"; touching is also what wakes the outbox. */
export async function touchAdministrators(work: Work, organisationId: string): Promise<void> {
	work.touch(`person:${work.actor.personId}`);
	for (const { id } of await work.store.people.administratorsOf(organisationId))
		work.touch(`person:${id}`);
}

/** Whether a connection or calendar can be made for an organisation; one that takes part no more gets none. */
export async function mayConnect(
	work: Work,
	organisationId: string
): Promise<Result<void, 'not-found'>> {
	work.about({ objectKind: 'organisation', objectId: organisationId });
	const organisation = await work.store.people.organisation(organisationId);
	const may = organisation && !organisation.archivedAt && administers(work.actor, organisationId);
	return may ? ok() : fail('not-found');
}
