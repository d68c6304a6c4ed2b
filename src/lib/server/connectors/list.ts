import type { ConnectorKind } from '#lib/domain/connector-kind.ts';
import { connectorState, type ConnectorState } from '#lib/domain/connector-health.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Connector } from '../store/delivery.ts';
import type { ExchangeKind, OutboxType, PauseReason } from '../store/schema/index.ts';
import type { Work } from '../work.ts';

export interface ConnectorView {
	id: string;
	organisation: { id: string; name: string };
	kind: ConnectorKind;
	/** As people know it: a mailbox without `mailto:`; empty when it is fetched. */
	address: string;
	createdAt: string;
	state: ConnectorState;
	failingSince: string | null;
	pausedAt: string | null;
	pausedBecause: PauseReason | null;
	/** How many messages are still to arrive by it. */
	open: number;
	/** What waits for a human, oldest first, without content. */
	parked: { deliveryId: string; what: OutboxType; at: string; error: string }[];
	/** The newest first, without content. */
	exchanges: { at: string; what: ExchangeKind; error: string | null }[];
}

export interface OrganisationWays {
	id: string;
	name: string;
	/** The day its calendar address was made; null when there is none. */
	feedSince: string | null;
}

export interface ConnectorList {
	/** Those of one organisation together, in the order in which they were made. */
	connectors: ConnectorView[];
	/** For which a connection can be made. */
	organisations: OrganisationWays[];
}

/** The connections this administrator may see; who administers nothing learns not even that there is a page. */
export async function connectorList(work: Work): Promise<Result<ConnectorList>> {
	const { actor, store } = work;
	if (actor.administers === 'nothing') return fail('not-found');
	const isAll = actor.administers === 'everything';
	const mine = (await store.people.organisations()).filter(
		(each) => !each.archivedAt && (isAll || each.id === actor.organisationId)
	);
	const organisations: OrganisationWays[] = [];
	for (const { id, name } of mine) {
		const feed = await store.connections.feedOf(id);
		organisations.push({ id, name, feedSince: feed?.createdOn ?? null });
	}
	const rows = isAll
		? await store.delivery.allConnectors()
		: await store.delivery.connectorsOf(actor.organisationId);
	const nameOf = new Map(organisations.map((each) => [each.id, each.name]));
	const connectors: ConnectorView[] = [];
	for (const row of rows)
		connectors.push(await connectorView(work, row, nameOf.get(row.organisationId) ?? ''));
	connectors.sort((a, b) => a.organisation.name.localeCompare(b.organisation.name));
	await work.log({
		event: 'list-connectors',
		objectKind: 'organisation',
		objectId: actor.organisationId,
		ground: 'administrator'
	});
	return ok({ connectors, organisations });
}

async function connectorView(
	{ store }: Work,
	row: Connector,
	organisation: string
): Promise<ConnectorView> {
	const parked = await store.delivery.parkedBy(row.id);
	const exchanges = await store.delivery.exchanges(row.id);
	const [newest] = exchanges;
	return {
		id: row.id,
		organisation: { id: row.organisationId, name: organisation },
		kind: row.kind,
		address: row.url.replace(/^mailto:/, ''),
		createdAt: row.createdAt.toISOString(),
		state: connectorState({
			kind: row.kind,
			isPaused: row.pausedAt !== null,
			isFailing: row.failingSince !== null,
			lastTestFailed: newest?.what === 'test' && newest.error !== null,
			everWorked: await store.delivery.everWorked(row.id)
		}),
		failingSince: row.failingSince?.toISOString() ?? null,
		pausedAt: row.pausedAt?.toISOString() ?? null,
		pausedBecause: row.pausedBecause,
		open: (await store.delivery.openBy(row.id)).length,
		parked: parked.map(({ row: news, delivery }) => ({
			deliveryId: delivery.id,
			what: news.type,
			at: (delivery.parkedAt ?? news.createdAt).toISOString(),
			error: delivery.error ?? 'fault'
		})),
		exchanges: exchanges.map(({ at, what, error }) => ({ at: at.toISOString(), what, error }))
	};
}
