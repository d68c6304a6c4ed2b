import type { ItemPerson, MeldcodePart } from '#lib/protocol/views.ts';

type Decision = MeldcodePart['decisions'][number];

export interface OrganisationAtStep {
	id: string;
	name: string;
	decision: Decision | null;
}

/**
 * The organisations at the item that decide under the meldcode, with what they decided about one child,
 * and the names of those outside it. Police and Veilig Thuis are outside (Wet verplichte meldcode).
 */
export function organisationsAtStep(
	people: readonly ItemPerson[],
	decisions: readonly Decision[],
	childId: string,
	outstanding: MeldcodePart['outstanding']
): { bound: OrganisationAtStep[]; outside: string[] } {
	const all = [...new Map(people.map((each) => [each.organisationId, each])).values()];
	const decisionOf = (id: string) =>
		decisions.find((each) => each.childId === childId && each.organisationId === id) ?? null;
	// A deputy's organisation that takes no part in this item decides nothing here.
	const takesPart = (id: string) =>
		decisionOf(id) !== null ||
		outstanding.some((each) => each.childId === childId && each.organisationId === id);
	return {
		bound: all
			.filter((each) => each.underMeldcode && takesPart(each.organisationId))
			.map(({ organisationId, organisation }) => ({
				id: organisationId,
				name: organisation,
				decision: decisionOf(organisationId)
			})),
		outside: all.filter((each) => !each.underMeldcode).map((each) => each.organisation)
	};
}
