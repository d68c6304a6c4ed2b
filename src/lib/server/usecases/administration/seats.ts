import type { CheckedInput } from '#lib/protocol/commands.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import { administerEverything } from './administrator.ts';

/**
 * Seats someone at a table, or changes the role there. There is one chair: who was it becomes deputy.
 * A seat opens cases, and administrators read none, so nobody gives one to oneself.
 */
export async function giveSeat(
	work: Work,
	{ tableId, personId, role, remote }: CheckedInput<'seat.give'>
): Promise<Result<void, 'not-found' | 'own-seat' | 'disabled'>> {
	const entry = { event: 'seat.give', objectKind: 'table', objectId: tableId } as const;
	const allowed = await administerEverything(work, entry);
	if (!allowed.ok) return allowed;
	const { tables, people } = work.store;
	const found = await people.find(personId);
	if (!found || !(await tables.find(tableId))) return fail('not-found');
	if (personId === work.actor.personId) return fail('own-seat');
	if (found.person.disabledAt) return fail('disabled');
	if (role === 'chair')
		for (const seat of await tables.seats(tableId))
			if (seat.role === 'chair' && seat.personId !== personId)
				await tables.giveSeat({ ...seat, role: 'deputy' });
	await tables.giveSeat({ tableId, personId, role, remote });
	await logBoth(work, entry, personId);
	work.touch(`table:${tableId}`, `person:${personId}`);
	return ok();
}

export async function removeSeat(
	work: Work,
	{ tableId, personId }: CheckedInput<'seat.remove'>
): Promise<Result<void, 'not-found'>> {
	const entry = { event: 'seat.remove', objectKind: 'table', objectId: tableId } as const;
	const allowed = await administerEverything(work, entry);
	if (!allowed.ok) return allowed;
	if (!(await work.store.tables.seat(tableId, personId))) return fail('not-found');
	await work.store.tables.removeSeat(tableId, personId);
	await logBoth(work, entry, personId);
	work.touch(`table:${tableId}`, `person:${personId}`);
	return ok();
}

/** At which table, and whose seat: two rows, as each has one object. */
async function logBoth(
	work: Work,
	entry: { event: string; objectKind: 'table'; objectId: string },
	personId: string
): Promise<void> {
	const ground = 'administrator';
	await work.log({ ...entry, ground });
	await work.log({ ...entry, objectKind: 'person', objectId: personId, ground });
}
