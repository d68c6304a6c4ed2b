import type { App } from '../../app.ts';
import type { Colleague, Organisation } from '../../store/people.ts';
import { type Repositories, repositories } from '../../store/repositories.ts';
import { sessionEndsAt } from '../../auth/sessions.ts';
import { mayManage, mayManagePeopleOf } from '../../usecases/administration/administrator.ts';
import type { Actor } from '../../work.ts';

/** One line of the list of people. None of these views reads a case. */
export interface PersonRow {
	id: string;
	name: string;
	function: string;
	email: string;
	organisation: string;
	administers: Actor['administers'];
	status: 'active' | 'invited' | 'disabled';
	secondFactor: boolean;
	mayChange: boolean;
}

export interface PersonPage extends PersonRow {
	organisationId: string;
	phone: string;
	isMe: boolean;
	/** Open sessions, for "sign out". */
	sessions: number;
	tables: { id: string; name: string; role: 'chair' | 'deputy' | 'member' }[];
}

/** The people this administrator manages, by name; `search` looks in name, function, e-mail, organisation. */
export async function peopleList(app: App, actor: Actor, search = ''): Promise<PersonRow[]> {
	const colleagues = await managed(repositories(app.database.reader), actor);
	const wanted = search.trim().toLowerCase();
	return colleagues
		.map((colleague) => rowOf(colleague, actor))
		.filter((row) =>
			[row.name, row.function, row.email, row.organisation].some((text) =>
				text.toLowerCase().includes(wanted)
			)
		);
}

/** Null for who does not exist and for who is not this administrator's. */
export async function personPage(
	app: App,
	actor: Actor,
	personId: string
): Promise<PersonPage | null> {
	const store = repositories(app.database.reader);
	const found = await store.people.find(personId);
	if (!found || !mayManagePeopleOf(actor, found.organisation.id)) return null;
	const now = app.clock.now();
	const sessions = await store.sessions.ofPerson(personId);
	const seats = await store.tables.ofPerson(personId);
	return {
		...rowOf(found, actor),
		organisationId: found.organisation.id,
		phone: found.person.phone,
		isMe: personId === actor.personId,
		sessions: sessions.filter((row) => sessionEndsAt(row) > now).length,
		tables: seats.map(({ table, seat }) => ({ id: table.id, name: table.name, role: seat.role }))
	};
}

/** The organisations this administrator can place people at. */
export async function organisationsFor(
	app: App,
	actor: Actor
): Promise<Pick<Organisation, 'id' | 'name'>[]> {
	const all = await repositories(app.database.reader).people.organisations();
	return all
		.filter((one) => !one.archivedAt && mayManagePeopleOf(actor, one.id))
		.map(({ id, name }) => ({ id, name }));
}

async function managed(store: Repositories, actor: Actor): Promise<Colleague[]> {
	if (actor.administers === 'everything') return store.people.all();
	if (actor.administers === 'organisation')
		return store.people.ofOrganisation(actor.organisationId);
	return [];
}

function rowOf({ person, organisation }: Colleague, actor: Actor): PersonRow {
	return {
		id: person.id,
		name: person.name,
		function: person.function,
		email: person.email,
		organisation: organisation.name,
		administers: person.administers,
		status: person.disabledAt ? 'disabled' : person.passwordHash ? 'active' : 'invited',
		secondFactor: person.totpConfirmedAt !== null,
		mayChange: mayManage(actor, person)
	};
}
