import { registeredNamesIn } from '#lib/domain/names.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import { knownToActor } from '../known-items.ts';

export interface WordsToCheck {
	title: string;
	tellTo: string;
	/** Whose own name may stand in the title. */
	owner: string;
	/** Professionals at the table, who may be named as the one to tell. */
	colleagues: readonly string[];
}

/**
 * An action is shown outside the item and leaves the system, so its words may name nobody of the
 * family. The names found are told to who may know them; someone else learns that there is one.
 */
export async function checkNames(
	work: Work,
	caseId: string,
	words: WordsToCheck
): Promise<Result<void, 'names-in-title'>> {
	const names = await namesOf(work, caseId);
	const inTitle = registeredNamesIn(words.title, names, [words.owner]);
	if (inTitle.length > 0)
		return fail('names-in-title', {
			names: (await toldNames(work, caseId, inTitle)).join(', '),
			field: 'title'
		});
	const inTellTo = registeredNamesIn(words.tellTo, names, [words.owner, ...words.colleagues]);
	if (inTellTo.length > 0)
		return fail('names-in-title', {
			names: (await toldNames(work, caseId, inTellTo)).join(', '),
			field: 'tellTo'
		});
	return ok();
}

/** First and last names of the family and its network, as registered on a case. */
export async function namesOf(work: Work, caseId: string): Promise<string[]> {
	const family = await work.store.cases.family(caseId);
	if (!family) return [];
	return [
		...family.children.map((child) => child.firstName),
		...family.caregivers.flatMap((adult) => [adult.firstName, adult.lastName]),
		...family.otherNames
	].filter(Boolean);
}

/** Without those of the network that were recorded where this person takes no part (FA3). */
async function toldNames(work: Work, caseId: string, names: string[]): Promise<string[]> {
	const members = await work.store.family.members(caseId);
	if (members.length === 0) return names;
	const { known } = await knownToActor(work, caseId);
	const family = await work.store.cases.family(caseId);
	const told = new Set([
		...(family?.children.map(({ firstName }) => firstName) ?? []),
		...(family?.caregivers.flatMap(({ firstName, lastName }) => [firstName, lastName]) ?? []),
		...members.filter(({ itemId }) => known.has(itemId)).map(({ firstName }) => firstName)
	]);
	return names.filter((name) => told.has(name));
}
