import { registeredNamesIn } from '#lib/domain/names.ts';
import type { ActionData, ActionListData } from '#lib/protocol/api.ts';
import type { Action } from '../store/actions.ts';
import type { Family } from '../store/cases.ts';
import type { Repositories } from '../store/repositories.ts';

/** As stored: with the path of the page. The address people type is added when it leaves. */
export type ActionPayload = Omit<ActionData, 'link'> & { path: string };
export type ActionListPayload = Omit<ActionListData, 'link'> & { path: string };

/** What an organisation may know of an action: see docs/spec/delivery.md, DL2. */
export async function actionPayload(
	store: Repositories,
	action: Action,
	toOrganisationId: string
): Promise<ActionPayload> {
	return {
		...(await addressed(store, action.caseId, toOrganisationId)),
		...(await told(store, action)),
		revision: action.revision,
		path: `/acties/${action.id}`
	};
}

/** What an organisation is told that no longer owns it: that it is off, and no more. */
export async function withdrawalPayload(
	store: Repositories,
	action: Action,
	toOrganisationId: string
): Promise<ActionPayload> {
	return {
		...(await addressed(store, action.caseId, toOrganisationId)),
		id: action.id,
		revision: action.revision,
		title: null,
		owner: null,
		deadline: null,
		path: `/acties/${action.id}`
	};
}

/** Who does what by when, without anything else of the action. */
export async function told(
	store: Repositories,
	action: Action
): Promise<ActionListPayload['actions'][number]> {
	const organisation = await store.people.organisation(action.ownerOrganisationId);
	const owner = action.ownerPersonId ? await store.people.find(action.ownerPersonId) : null;
	return {
		id: action.id,
		title: action.title,
		owner: { name: owner?.person.name ?? null, organisation: organisation?.name ?? '' },
		deadline: action.due
	};
}

export async function addressed(
	store: Repositories,
	caseId: string,
	organisationId: string
): Promise<{ caseCode: string; dossierReference: string | null }> {
	const reference = await store.cases.dossierReference(caseId, organisationId);
	return {
		caseCode: (await store.cases.find(caseId))?.code ?? '',
		dossierReference: reference || null
	};
}

/** Every name registered on the case; none of them may leave. */
export function familyNames(family: Family | null): string[] {
	if (!family) return [];
	return [
		...family.children.map((child) => child.firstName),
		...family.caregivers.flatMap((adult) => [adult.firstName, adult.lastName]),
		...family.otherNames
	].filter(Boolean);
}

type Titled = Pick<ActionData, 'title' | 'owner'>;

/** Whether a title in what is about to leave holds a registered name; the owner's own name may stand. */
export function holdsNames(payload: object, names: readonly string[]): boolean {
	return titlesIn(payload).some(
		({ title, owner }) =>
			title !== null && registeredNamesIn(title, names, owner?.name ? [owner.name] : []).length > 0
	);
}

/** Whether what was written down to leave holds no name registered by now. */
export async function mayLeave(
	store: Repositories,
	{ itemId, payload }: { itemId: string; payload: object }
): Promise<boolean> {
	const item = await store.agenda.find(itemId);
	const family = item?.caseId ? await store.cases.family(item.caseId) : null;
	return !holdsNames(payload, familyNames(family));
}

function titlesIn(payload: object): Titled[] {
	if ('actions' in payload) return payload.actions as Titled[];
	return 'title' in payload ? [payload as Titled] : [];
}
