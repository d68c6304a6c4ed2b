import type { ScaleChoice } from './instrument.ts';
import type { OrganisationKind } from './organisation.ts';

/** Expertise that is called in when a child may be unsafe (R15). */
export const EXPERTISES = [
	'attention-officer',
	'behavioural-scientist',
	'youth-doctor',
	'veilig-thuis'
] as const;
export type Expertise = (typeof EXPERTISES)[number];

export interface Professional {
	/** As colleagues would say it: "gedragswetenschapper". */
	function: string;
	organisationKind: OrganisationKind;
}

/** Words in a function by which colleagues know the expertise; Veilig Thuis is known by its organisation. */
const FUNCTIONS: Record<Exclude<Expertise, 'veilig-thuis'>, RegExp> = {
	'attention-officer': /aandachtsfunctionaris/i,
	'behavioural-scientist': /gedragswetenschapper|gedragsdeskundige|orthopedagoog|psycholoog/i,
	'youth-doctor': /jeugdarts|arts jeugdgezondheid|arts jgz/i
};

export function has(expertise: Expertise, one: Professional): boolean {
	return expertise === 'veilig-thuis'
		? one.organisationKind === 'veilig-thuis'
		: FUNCTIONS[expertise].test(one.function);
}

/** Whether section A asks for expertise: something counts, or nobody checked; a blank is never "no". */
export function asksForExpertise(
	sectionA: readonly (ScaleChoice | null)[]
): 'positive' | 'unchecked' | null {
	if (sectionA.some((counts) => counts === 'observed' || counts === 'suspected')) return 'positive';
	return sectionA.some((counts) => counts === null || counts === 'not-checked')
		? 'unchecked'
		: null;
}

/** Which expertise nobody at the item has. */
export function missingExpertise(here: readonly Professional[]): Expertise[] {
	return EXPERTISES.filter((expertise) => !here.some((one) => has(expertise, one)));
}

/**
 * Whom to ask: someone with a seat at the table first, since those who know each other work faster (R23); else
 * anyone who can be asked. Null: nobody is known.
 */
export function whomToAsk<T extends Professional & { id: string }>(
	expertise: Expertise,
	active: readonly T[],
	seated: ReadonlySet<string>
): T | null {
	const able = active.filter((one) => has(expertise, one));
	return able.find((one) => seated.has(one.id)) ?? able[0] ?? null;
}
