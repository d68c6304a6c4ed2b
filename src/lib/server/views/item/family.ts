import type { FamilyPart, InvolvementView } from '#lib/protocol/views/family.ts';
import { newestKnown } from '#lib/domain/versions.ts';
import type { StoredInvolvement } from '../../store/family.ts';
import type { ItemContext } from './context.ts';

/** Who counts for the child and which parties the family knows, as far as the viewer may know (CK1). */
export async function familyPart(context: ItemContext): Promise<FamilyPart> {
	const { store, caseId, known } = context;
	const members = newestKnown(await store.family.members(caseId), known);
	const involvements = newestKnown(await store.family.involvements(caseId), known);
	const views: InvolvementView[] = [];
	for (const one of involvements) {
		const view = await involvementView(context, one);
		if (view) views.push(view);
	}
	return {
		network: members
			.filter(({ gone }) => !gone)
			.map(({ recordId, id, firstName, relation, circle, strength }) => ({
				...{ id: recordId, version: id },
				...{ firstName, relation, circle, strength }
			})),
		involvements: views
	};
}

async function involvementView(
	{ store }: ItemContext,
	one: StoredInvolvement
): Promise<InvolvementView | null> {
	if (one.standing === 'taken-back') return null;
	const organisation = one.organisationId
		? await store.people.organisation(one.organisationId)
		: null;
	const by = await store.people.find(one.standingBy);
	return {
		...{ id: one.recordId, version: one.id, party: one.party, name: one.name },
		organisation: organisation && { id: organisation.id, name: organisation.name },
		...{ with: one.with, since: one.since, purpose: one.purpose },
		...{ contactName: one.contactName, contactPhone: one.contactPhone },
		...{ standing: one.standing, standingOn: one.standingOn },
		standingBy: by?.person.name ?? '',
		question: one.actionId ? await questionOf(store, one.actionId) : null,
		childrenInView: one.childrenInView
	};
}

async function questionOf(
	store: ItemContext['store'],
	actionId: string
): Promise<InvolvementView['question']> {
	const action = await store.actions.find(actionId);
	if (!action) return null;
	const person = action.ownerPersonId ? await store.people.find(action.ownerPersonId) : null;
	const organisation = await store.people.organisation(action.ownerOrganisationId);
	return {
		owner: person?.person.name ?? organisation?.name ?? '',
		due: action.due,
		status: action.status
	};
}
