import { CASE_ROLES, type RoleStanding, standingRole } from '#lib/domain/coordination.ts';
import type { PersonRef } from '#lib/protocol/views.ts';
import type { RoleHolder, RoleView } from '#lib/protocol/views/coordination.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { StoredTerm } from '../../store/coordination.ts';
import { personRef } from '../person-ref.ts';
import type { ItemContext } from './context.ts';

export interface Roles {
	roles: RoleView[];
	terms: StoredTerm[];
	watch: RoleStanding<StoredTerm>;
}

/** Who coordinates and who watches safety: the same for everyone at the item. */
export async function rolesOf({ store, caseId, viewer, runs }: ItemContext): Promise<Roles> {
	const terms = await store.coordination.terms(caseId);
	const gone = await store.coordination.gone(caseId);
	const ids = terms.flatMap(({ personId, replacementId }) =>
		[personId, replacementId].filter((id) => id !== null)
	);
	const people = new Map(
		(await store.people.findMany([...new Set(ids)])).map((one) => [one.person.id, personRef(one)])
	);
	const named = (id: string | null | undefined) => people.get(id ?? '') ?? null;
	const roles = CASE_ROLES.map((role): RoleView => {
		const { holder, asked, lost } = standingRole(terms, role, gone);
		const said = terms.findLast((term) => term.role === role && term.reason !== null);
		const mine = holder?.personId === viewer.person.id;
		return {
			role,
			holder: holder && holderOf(holder, named),
			replacement: named(holder?.replacementId),
			since:
				holder?.receivedOn ?? (holder?.answeredAt ? dayInTheNetherlands(holder.answeredAt) : null),
			asked: named(asked?.personId),
			mine,
			askedMe: asked?.personId === viewer.person.id,
			lastReason: said?.reason
				? { name: named(said.personId)?.name ?? '', reason: said.reason }
				: null,
			lost: named(lost?.personId)?.name ?? null,
			mandate:
				holder && role === 'coordinator'
					? {
							text: holder.mandate,
							escalatesTo: holder.escalatesTo,
							revision: holder.revision,
							mayChange: mine || runs
						}
					: null
		};
	});
	return { roles, terms, watch: standingRole(terms, 'safety-watch', gone) };
}

function holderOf(
	{ personId, outsideName }: StoredTerm,
	named: (id: string | null) => PersonRef | null
): RoleHolder | null {
	if (personId === null) return { id: null, name: outsideName ?? '', organisation: 'Veilig Thuis' };
	const one = named(personId);
	return one && { id: one.id, name: one.name, organisation: one.organisation };
}
