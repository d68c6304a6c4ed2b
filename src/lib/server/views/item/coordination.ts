import { CASE_ROLES, daysWithoutHelp, standingRole } from '#lib/domain/coordination.ts';
import { firstSignalOn } from '#lib/domain/signals.ts';
import type { CoordinationPart, RoleView } from '#lib/protocol/views.ts';
import { dayInTheNetherlands } from '../../days.ts';
import { personRef } from '../person-ref.ts';
import type { ItemContext } from './context.ts';

/**
 * Who coordinates and who watches safety, the same for everyone at the item; and since when there is help,
 * counted from the first signal that this viewer knows.
 */
export async function coordinationPart(context: ItemContext): Promise<CoordinationPart> {
	const { store, caseId, family, viewer, known, today } = context;
	const facts = await store.coordination.ofCase(caseId);
	const terms = await store.coordination.terms(caseId);
	const ids = terms.flatMap((term) => [term.personId, term.replacementId ?? []].flat());
	const people = new Map(
		(await store.people.findMany([...new Set(ids)])).map((one) => [one.person.id, personRef(one)])
	);
	const openedOn = dayInTheNetherlands(family.case.openedAt);
	const signals = (await store.signals.ofCase(caseId)).filter(({ itemId }) => known.has(itemId));
	const since = { openedOn, firstSignalOn: firstSignalOn(signals) };
	const helpStartedOn = facts?.helpStartedOn ?? null;
	const roles = CASE_ROLES.map((role): RoleView => {
		const { holder, asked } = standingRole(terms, role);
		const said = terms.findLast((term) => term.role === role && term.reason !== null);
		return {
			role,
			holder: people.get(holder?.personId ?? '') ?? null,
			replacement: people.get(holder?.replacementId ?? '') ?? null,
			since: holder?.answeredAt ? dayInTheNetherlands(holder.answeredAt) : null,
			asked: people.get(asked?.personId ?? '') ?? null,
			mine: holder?.personId === viewer.person.id,
			askedMe: asked?.personId === viewer.person.id,
			lastReason: said?.reason
				? { name: people.get(said.personId)?.name ?? '', reason: said.reason }
				: null
		};
	});
	return {
		roles,
		family:
			facts && facts.familyCan !== null
				? { can: facts.familyCan, who: facts.familyWho, wishes: facts.familyWishes }
				: null,
		openedOn,
		help: helpStartedOn ? { on: helpStartedOn, what: facts?.helpWhat ?? '' } : null,
		daysWithoutHelp: daysWithoutHelp(since, helpStartedOn, today),
		revision: facts?.revision ?? 0
	};
}
