import type { OrganisationKind } from '#lib/domain/organisation.ts';
import type { App } from '../../app.ts';
import { repositories } from '../../store/repositories.ts';
import type { Actor } from '../../work.ts';

export interface OrganisationRow {
	id: string;
	name: string;
	kind: OrganisationKind;
	underMeldcode: boolean;
	requireSecondFactor: boolean;
	archived: boolean;
	/** People who can sign in. */
	people: number;
}

/** All organisations, archived ones last; null for who does not administer everything. */
export async function organisationList(app: App, actor: Actor): Promise<OrganisationRow[] | null> {
	if (actor.administers !== 'everything') return null;
	const { people } = repositories(app.database.reader);
	const active = await people.active();
	const rows = (await people.organisations()).map((one) => ({
		id: one.id,
		name: one.name,
		kind: one.kind,
		underMeldcode: one.underMeldcode,
		requireSecondFactor: one.requireSecondFactor,
		archived: one.archivedAt !== null,
		people: active.filter(({ organisation }) => organisation.id === one.id).length
	}));
	return rows.toSorted((one, other) => Number(one.archived) - Number(other.archived));
}
