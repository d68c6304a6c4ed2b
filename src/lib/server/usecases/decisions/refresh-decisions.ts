import { type DecidedAction, type DecidedJudgement, decisionsText } from '#lib/domain/decisions.ts';
import type { Action } from '../../store/actions.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { Work } from '../../work.ts';

/**
 * Writes a new version of an item's decisions when their text changed; whoever ratified an earlier
 * version is asked again. There is a first version once there is an action or a joint judgement.
 * Call it after each change of what was decided.
 */
export async function refreshDecisions(work: Work, itemId: string): Promise<void> {
	const { store } = work;
	const current = await store.decisions.current(itemId);
	const decided = await decidedOf(store, itemId);
	if (!decided) return;
	if (!current && decided.actions.length === 0 && decided.judgements.length === 0) return;
	const text = decisionsText(decided);
	if (text === current?.text) return;
	await store.decisions.add({
		itemId,
		version: (current?.version ?? 0) + 1,
		text,
		hash: work.hash(text),
		createdAt: work.now
	});
	work.touch(`item:${itemId}`);
	// Who was at the item and is not in the room is asked on the own pages.
	for (const part of await store.agenda.participants(itemId))
		if (part.attendedAt) work.touch(`person:${part.personId}`);
}

/** What was decided of an item, as its ratified text is made from; null for what is no case item. */
export async function decidedOf(
	store: Repositories,
	itemId: string
): Promise<{ caseCode: string; judgements: DecidedJudgement[]; actions: DecidedAction[] } | null> {
	const item = await store.agenda.find(itemId);
	const family = item?.caseId ? await store.cases.family(item.caseId) : null;
	if (!family) return null;
	const joint = await store.judgements.joint(itemId);
	const dissents = await store.judgements.dissents(itemId);
	const people = await store.people.findMany([...new Set(dissents.map((one) => one.personId))]);
	const nameOf = new Map(people.map((one) => [one.person.id, one.person.name]));
	const judgements = family.children.flatMap((child) => {
		const judged = joint.find((one) => one.childId === child.id);
		if (!judged) return [];
		return [
			{
				firstName: child.firstName,
				safety: judged.safety,
				grade: judged.grade,
				risk: judged.risk,
				motivation: judged.motivation,
				dissents: dissents
					.filter((one) => one.childId === child.id)
					.map((one) => ({ name: nameOf.get(one.personId) ?? '', reason: one.reason }))
			}
		];
	});
	const standing = (await agreedActions(store, itemId)).map((action) =>
		decidedAction(store, action)
	);
	return { caseCode: family.case.code, judgements, actions: await Promise.all(standing) };
}

/** The actions on the list of an item: all that were not taken back. */
export async function agreedActions(store: Repositories, itemId: string): Promise<Action[]> {
	const actions = await store.actions.ofItem(itemId);
	return actions.filter((action) => action.status !== 'withdrawn');
}

async function decidedAction(store: Repositories, action: Action): Promise<DecidedAction> {
	const { title, due, tellTo } = action;
	if (action.status === 'unowned') return { title, due, tellTo, owner: null };
	return { title, due, tellTo, owner: action.agreedOwner ?? (await ownerToday(store, action)) };
}

async function ownerToday(store: Repositories, action: Action): Promise<string> {
	const owner = action.ownerPersonId && (await store.people.find(action.ownerPersonId));
	if (owner) return `${owner.person.name} (${owner.organisation.name})`;
	return (await store.people.organisation(action.ownerOrganisationId))?.name ?? '';
}
