import type { App } from '../app.ts';
import { emailOf, type PersonKey } from '../demo/people.ts';
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
	return people
		.toSorted((one, other) => place(one) - place(other))
		.map(({ person }) => ({ id: person.id, name: person.name, sub: person.function }));
}

/** The three views the demo opens with come first: who chairs, who is remote, who is at one item only. */
const FIRST: readonly PersonKey[] = ['hilde', 'roos', 'wim', 'tirza'];

function place({ person }: Colleague): number {
	const at = FIRST.findIndex((key) => emailOf(key) === person.email);
	return at < 0 ? FIRST.length + (person.administers === 'nothing' ? 0 : 1) : at;
}

/** Someone to look along as; null outside the demo, and for who can't sign in. */
export async function demoPerson(app: App, personId: string): Promise<Colleague | null> {
	if (!app.settings.demo) return null;
	const colleague = await repositories(app.database.reader).people.find(personId);
	return colleague?.person.disabledAt ? null : colleague;
}
