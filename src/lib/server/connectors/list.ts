import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { ExchangeKind, PauseReason } from '../store/schema/index.ts';
import type { Work } from '../work.ts';

export interface ConnectorView {
	id: string;
	organisation: { id: string; name: string };
	url: string;
	createdAt: string;
	pausedAt: string | null;
	pausedBecause: PauseReason | null;
	/** The newest first, without content. */
	exchanges: { at: string; what: ExchangeKind; error: string | null }[];
}

export interface ConnectorList {
	connectors: ConnectorView[];
	/** For which a connection can be made. */
	organisations: { id: string; name: string }[];
}

/** The connections this administrator may see; who administers nothing learns not even that there is a page. */
export async function connectorList(work: Work): Promise<Result<ConnectorList>> {
	const { actor, store } = work;
	if (actor.administers === 'nothing') return fail('not-found');
	const isAll = actor.administers === 'everything';
	const organisations = (await store.people.organisations())
		.filter((each) => !each.archivedAt && (isAll || each.id === actor.organisationId))
		.map(({ id, name }) => ({ id, name }));
	const rows = isAll
		? await store.delivery.allConnectors()
		: await store.delivery.connectorsOf(actor.organisationId);
	const nameOf = new Map(organisations.map((each) => [each.id, each.name]));
	const connectors: ConnectorView[] = [];
	for (const row of rows)
		connectors.push({
			id: row.id,
			organisation: { id: row.organisationId, name: nameOf.get(row.organisationId) ?? '' },
			url: row.url,
			createdAt: row.createdAt.toISOString(),
			pausedAt: row.pausedAt?.toISOString() ?? null,
			pausedBecause: row.pausedBecause,
			exchanges: (await store.delivery.exchanges(row.id)).map(({ at, what, error }) => ({
				at: at.toISOString(),
				what,
				error
			}))
		});
	await work.log({
		event: 'list-connectors',
		objectKind: 'organisation',
		objectId: actor.organisationId,
		ground: 'administrator'
	});
	return ok({ connectors, organisations });
}
