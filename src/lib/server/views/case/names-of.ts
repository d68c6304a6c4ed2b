import type { Repositories } from '../../store/repositories.ts';

/** The names of professionals by their id; who is null, or not there, is left out. */
export async function namesOf(
	store: Repositories,
	ids: readonly (string | null)[]
): Promise<Map<string, string>> {
	const found = await store.people.findMany([...new Set(ids.filter((id) => id !== null))]);
	return new Map(found.map(({ person }) => [person.id, person.name]));
}
