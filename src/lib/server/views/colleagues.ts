import type { Repositories } from '../store/repositories.ts';

/** A professional to choose: for inviting, or as the owner of an action. */
export interface ColleagueChoice {
	id: string;
	name: string;
	organisationId: string;
	organisation: string;
	/** "Wim Tuinstra, wijkagent (Politie Noorderveld)" */
	label: string;
}

/** Every professional who can be asked, by name. */
export async function colleagueChoices(store: Repositories): Promise<ColleagueChoice[]> {
	return (await store.people.active()).map(({ person, organisation }) => ({
		id: person.id,
		name: person.name,
		organisationId: organisation.id,
		organisation: organisation.name,
		label: `${person.name}, ${person.function} (${organisation.name})`
	}));
}
