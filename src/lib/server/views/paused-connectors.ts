import type { PauseReason } from '../store/schema/index.ts';
import type { Repositories } from '../store/repositories.ts';
import type { Actor } from '../work.ts';

export interface PausedConnector {
	id: string;
	organisation: string;
	because: PauseReason;
}

/** Connections that stopped by themselves, for who is told of it; one paused by hand is no news. */
export async function pausedConnectors(
	store: Repositories,
	actor: Actor
): Promise<PausedConnector[]> {
	if (actor.administers === 'nothing') return [];
	const paused: PausedConnector[] = [];
	for (const {
		id,
		organisationId,
		pausedBecause: because
	} of await store.delivery.allConnectors()) {
		if (because !== 'gone' && because !== 'failing') continue;
		const told = await store.people.administratorsOf(organisationId);
		if (!told.some((person) => person.id === actor.personId)) continue;
		const organisation = (await store.people.organisation(organisationId))?.name ?? '';
		paused.push({ id, organisation, because });
	}
	return paused;
}
