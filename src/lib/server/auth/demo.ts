import type { App } from '../app.ts';
import { repositories } from '../store/repositories.ts';
import type { Colleague } from '../store/people.ts';

export interface DemoPerson {
	id: string;
	name: string;
	sub: string;
}

/** The people one can look along as; null everywhere but in the demo. */
export async function demoPeople(app: App): Promise<DemoPerson[] | null> {
	if (!app.settings.demo) return null;
	const store = repositories(app.database.reader);
	const people = await store.people.active();
	const chairs = new Set<string>();
	for (const table of await store.tables.all())
		for (const seat of await store.tables.seats(table.id))
			if (seat.role === 'chair') chairs.add(seat.personId);
	const rank = (one: Colleague) =>
		one.person.administers !== 'nothing' ? 2 : chairs.has(one.person.id) ? 0 : 1;
	return people
		.toSorted((one, other) => rank(one) - rank(other))
		.map(({ person }) => ({ id: person.id, name: person.name, sub: person.function }));
}

/** Someone to look along as; null outside the demo, and for who can't sign in. */
export async function demoPerson(app: App, personId: string): Promise<Colleague | null> {
	if (!app.settings.demo) return null;
	const colleague = await repositories(app.database.reader).people.find(personId);
	return colleague?.person.disabledAt ? null : colleague;
}
