import { organisationKindOf, type Party } from './involvement.ts';
import { registeredNamesIn } from './names.ts';
import type { OrganisationKind } from './organisation.ts';

/** What decides which parties are proposed to be heard, of one case at one item. */
export interface Situation {
	/** Of the children, in whole years. */
	ages: readonly number[];
	/** Questions whose answer counts as a worry, about whom. */
	worries: readonly { questionId: string; subjectId: string }[];
	/** What was written at F27: who was not heard yet. */
	named: readonly string[];
	/** First names and relations of the family: a member of it is no party. */
	family: readonly string[];
	/** Kinds of the organisations that take part in the item. */
	atTable: readonly OrganisationKind[];
	/** Parties of which a record says something, with their names. */
	recorded: readonly { party: Party; name: string }[];
}

/** Why a party is proposed: as every family has it, by the age of a child, by an answer, or as it was named. */
export type Because = 'every-family' | 'age' | 'named' | { questionId: string };

export interface Proposal {
	party: Party;
	/** In the words of F27, where they name no kind of party; else ''. */
	name: string;
	because: Because[];
	/** Whom the answers are about. */
	subjects: string[];
}

const YOUTH_HEALTH_UNTIL = 19;
export const SCHOOL_FROM = 4;
const SCHOOL_UNTIL = 18;

/** Which services know adults with these worries (R20). */
const BY_ANSWER: Readonly<Record<string, readonly Party[]>> = {
	A4: ['veilig-thuis', 'police'],
	C10: ['adult-mental-health'],
	C11: ['addiction-care'],
	C12: ['debt-help', 'housing'],
	C13: ['veilig-thuis']
};

/** What people call them, most particular first. */
const BY_WORD: readonly [RegExp, Party][] = [
	[/huisarts|\bgp\b|praktijkondersteuner|\bpoh\b/, 'gp'],
	[/jeugd-?\s?ggz/, 'other'],
	[/veilig thuis/, 'veilig-thuis'],
	[/kinderbescherming|\brvdk\b/, 'child-protection-board'],
	[/jeugdbescherm|gezinsvoog|gecertificeerde/, 'certified-institution'],
	[/\bjgz\b|jeugdarts|jeugdverpleeg|consultatiebureau|\bggd\b/, 'youth-health'],
	[/kinderopvang|kinderdagverblijf|\bkdv\b|\bbso\b|gastouder|peuter|childcare/, 'childcare'],
	[/maatschappelijk werk|wijkteam/, 'social-work'],
	[/leerplicht/, 'school-attendance'],
	[/samenwerkingsverband/, 'school-partnership'],
	[/\bschool\b|basisschool|leerkracht|leraar|lerares|\bmentor\b|\bjuf\b|teacher/, 'school'],
	[/verslaving/, 'addiction-care'],
	[/\bggz\b|psychiater|psycholoog/, 'adult-mental-health'],
	[/schuldhulp|bewindvoerder|kredietbank/, 'debt-help'],
	[/corporatie|woningbouw|verhuurder/, 'housing'],
	[/politie|wijkagent/, 'police'],
	[/\bcjg\b/, 'cjg'],
	[/gemeente/, 'municipality']
];

/** The party that these words name; null when they name no kind of party. */
export function partyNamed(words: string): Party | null {
	const said = words.toLowerCase();
	return BY_WORD.find(([pattern]) => pattern.test(said))?.[1] ?? null;
}

/** Parties that usually know this family and were not heard yet, each with why (FA10–FA13). */
export function unheard(situation: Situation): Proposal[] {
	const found = new Map<string, Proposal>();
	const propose = (party: Party, because: Because, subjects: string[] = [], name = '') => {
		const key = `${party} ${same(name)}`;
		const proposal = found.get(key) ?? { party, name, because: [], subjects: [] };
		if (!proposal.because.some((one) => JSON.stringify(one) === JSON.stringify(because)))
			proposal.because.push(because);
		proposal.subjects = [...new Set([...proposal.subjects, ...subjects])];
		found.set(key, proposal);
	};
	const { ages, worries, named, family } = situation;
	const anyBetween = (from: number, until: number) =>
		ages.some((age) => age >= from && age < until);
	propose('gp', 'every-family');
	if (anyBetween(0, YOUTH_HEALTH_UNTIL)) propose('youth-health', 'age');
	if (anyBetween(SCHOOL_FROM, SCHOOL_UNTIL)) propose('school', 'age');
	if (anyBetween(0, SCHOOL_FROM)) propose('childcare', 'age');
	for (const { questionId, subjectId } of worries)
		for (const party of BY_ANSWER[questionId] ?? []) propose(party, { questionId }, [subjectId]);
	for (const words of named) {
		const party = partyNamed(words);
		if (party && party !== 'other') propose(party, 'named');
		else if (party || registeredNamesIn(words, family, []).length === 0)
			propose('other', 'named', [], words.trim());
	}
	return [...found.values()].filter((proposal) => !wasHeard(proposal, situation));
}

/** An organisation of that kind takes part, or something is recorded of the party. */
function wasHeard({ party, name }: Proposal, { atTable, recorded }: Situation): boolean {
	const kind = organisationKindOf(party);
	if (kind && atTable.includes(kind)) return true;
	return recorded.some(
		(one) => one.party === party && (party !== 'other' || same(one.name) === same(name))
	);
}

/** Two names that people would call the same. */
export function same(name: string): string {
	return name.trim().toLowerCase().replace(/\s+/g, ' ');
}
