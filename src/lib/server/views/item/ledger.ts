import type { LedgerLine } from '#lib/protocol/views.ts';
import type { Connector, Dispatch } from '../../store/delivery.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { ItemContext } from './context.ts';

/** Where each action of the item and its ratified list stand with their receivers, oldest first. */
export async function ledgerPart({ store, item }: ItemContext): Promise<LedgerLine[]> {
	return (await ledgerOf(store, [item.id])).map(({ itemId, ...line }) => line);
}

/** The same of several items at once, without asking who looks: for what comes of a meeting as a whole. */
export async function ledgerOf(
	store: Repositories,
	itemIds: readonly string[]
): Promise<(LedgerLine & { itemId: string })[]> {
	const dispatches = await store.delivery.ledger(itemIds);
	if (dispatches.length === 0) return [];
	const organisations = new Map(
		(await store.people.organisations()).map((each) => [each.id, each.name])
	);
	const connectors = new Map(
		(await store.delivery.connectorsEver()).map((each) => [each.id, each])
	);
	const papers = await store.connections.papers(itemIds);
	const filed = await store.connections.filed(itemIds);
	const who = await store.people.findMany([...new Set([...papers, ...filed].map(({ by }) => by))]);
	const names = new Map(who.map(({ person }) => [person.id, person.name]));
	return dispatches.map((dispatch) => {
		const { row } = dispatch;
		const isOf = (one: { organisationId: string }) => one.organisationId === row.organisationId;
		const paper = papers.find(
			(one) => isOf(one) && one.subjectId === row.subjectId && one.revision === row.revision
		);
		const isList = row.type === 'action-list-ratified';
		const answer = isList
			? filed.find((one) => isOf(one) && one.itemId === row.itemId && one.version === row.revision)
			: undefined;
		return {
			...ledgerLine(
				dispatch,
				organisations.get(row.organisationId) ?? '',
				connectors.get(dispatch.delivery.connectorId ?? '') ?? null
			),
			itemId: row.itemId,
			paper: paper ? { name: names.get(paper.by) ?? '', at: paper.at.toISOString() } : null,
			version: isList ? row.revision : null,
			filed: answer
				? {
						...{ filed: answer.filed, reason: answer.reason },
						...{ name: names.get(answer.by) ?? '', at: answer.at.toISOString() }
					}
				: null
		};
	});
}

function ledgerLine(
	{ row, delivery }: Dispatch,
	organisation: string,
	connector: Pick<Connector, 'kind' | 'pausedAt'> | null
): Omit<LedgerLine, 'paper' | 'version' | 'filed'> {
	const waits = delivery.status === 'queued' || delivery.status === 'failed';
	return {
		deliveryId: delivery.id,
		type: row.type,
		actionId: row.type === 'action-list-ratified' ? null : row.subjectId,
		organisation: { id: row.organisationId, name: organisation },
		by: connector?.kind ?? null,
		status: delivery.status,
		attempts: delivery.attempts,
		createdAt: row.createdAt.toISOString(),
		sentAt: iso(delivery.sentAt),
		receivedAt: iso(delivery.receivedAt),
		readAt: iso(delivery.readAt),
		nextAttemptAt: iso(delivery.nextAttemptAt),
		parkedAt: iso(delivery.parkedAt),
		error: waits && connector?.pausedAt && !delivery.parkedAt ? 'connector-paused' : delivery.error
	};
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null;
