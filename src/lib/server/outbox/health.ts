import { keepsFailing } from '#lib/domain/connector-health.ts';
import type { PauseReason } from '../store/schema/index.ts';
import type { Repositories } from '../store/repositories.ts';
import type { Topic } from '../work.ts';
import type { Brought } from './bring.ts';

/** Says nothing about the other side: we held it back, or it was ours that went wrong. */
const OURS: readonly string[] = ['names-in-title', 'broken-off', 'held', 'fault'];

export interface Attempt {
	connectorId: string;
	/** Null when it arrived. */
	error: Extract<Brought, { ok: false }>['error'] | null;
	now: Date;
	canMail: boolean;
}

/**
 * Keeps since when a connection fails, and pauses one that keeps failing or answers 410. In the transaction
 * that settles the attempt, with a row for each mail about it. Gives who must see it.
 */
export async function noteHealth(
	store: Repositories,
	{ connectorId, error, now, canMail }: Attempt,
	newId: () => string
): Promise<Topic[]> {
	const connector = await store.delivery.connector(connectorId);
	if (!connector || (error !== null && OURS.includes(error))) return [];
	if (error === null) {
		if (connector.failingSince)
			await store.delivery.changeConnector(connectorId, { failingSince: null, failedAttempts: 0 });
		return [];
	}
	const failures = {
		failingSince: connector.failingSince ?? now,
		failedAttempts: connector.failedAttempts + 1
	};
	await store.delivery.changeConnector(connectorId, failures);
	if (connector.pausedAt || connector.removedAt) return [];
	const fails = keepsFailing(
		{
			...failures,
			isRefusal: error === 'answered-refusal',
			subjects: await store.delivery.subjectsFailing(connectorId)
		},
		now
	);
	const because: PauseReason | null = error === 'answered-gone' ? 'gone' : fails ? 'failing' : null;
	if (!because) return [];
	await store.delivery.changeConnector(connectorId, { pausedAt: now, pausedBecause: because });
	const told = await store.people.administratorsOf(connector.organisationId);
	if (canMail)
		for (const { id: personId } of told)
			await store.connections.addNotice({
				id: newId(),
				...{ connectorId, personId, because },
				...{ createdAt: now, dueAt: now }
			});
	return [
		...told.map(({ id }): Topic => `person:${id}`),
		...(await store.delivery.openBy(connectorId)).map(({ row }): Topic => `item:${row.itemId}`)
	];
}
