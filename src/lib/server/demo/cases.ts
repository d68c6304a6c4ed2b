import type { PersonKey } from './people.ts';

export type TableKey = 'oneTwoThree' | 'cjg' | 'zat';

export interface DemoCase {
	code: string;
	table: TableKey;
	openedDaysAgo: number;
	help?: { daysAgo: number; what: string };
	children: { firstName: string; birthMonth: string }[];
	caregivers: { firstName: string; lastName: string; relation: string }[];
	reason: string;
	news: string;
	presenter: PersonKey;
	/** Beside the chair. */
	participants: PersonKey[];
}

/** Fictional vignettes, as inspectors use them to see what a table would pick up. */
export const CASES = {
	noor: {
		code: '26-4187',
		table: 'oneTwoThree',
		openedDaysAgo: 20,
		children: [{ firstName: 'Noor', birthMonth: '2019-03' }],
		caregivers: [
			{ firstName: 'Anke', lastName: 'Visser', relation: 'moeder' },
			{ firstName: 'Rik', lastName: 'Visser', relation: 'vader' }
		],
		reason: 'Moet er iets gebeuren, ook al zien wij op school niets aan haar?',
		news: 'De woningcorporatie belde: twee maanden huurachterstand. Vader verloor zijn baan.',
		presenter: 'marjan',
		participants: ['marjan', 'tirza', 'bas']
	},
	ilyas: {
		code: '26-2903',
		table: 'oneTwoThree',
		openedDaysAgo: 13,
		children: [
			{ firstName: 'Ilyas', birthMonth: '2017-05' },
			{ firstName: 'Sami', birthMonth: '2026-03' }
		],
		caregivers: [{ firstName: 'Samira', lastName: 'Haddou', relation: 'moeder' }],
		reason: 'Past de uitleg bij de blauwe plek, en wie ziet de baby?',
		news: 'Blauwe plek op de wang. De baby is niet gezien bij het consult van zeven maanden.',
		presenter: 'marjan',
		participants: ['marjan', 'tirza', 'bas']
	},
	fenna: {
		code: '26-7714',
		table: 'zat',
		openedDaysAgo: 9,
		children: [{ firstName: 'Fenna', birthMonth: '2012-02' }],
		caregivers: [
			{ firstName: 'Ingrid', lastName: 'Postma', relation: 'moeder' },
			{ firstName: 'Henk', lastName: 'Postma', relation: 'vader' }
		],
		reason: 'Hoe zorgen wij voor veiligheid nu zij niet wil dat haar ouders iets weten?',
		news: '23 uur verzuim in zes weken. De mentor vermoedt dat zij zichzelf pijn doet.',
		presenter: 'karel',
		participants: ['karel', 'tirza', 'bas', 'esther']
	},
	deWitBakker: {
		code: '26-5038',
		table: 'cjg',
		openedDaysAgo: 70,
		children: [
			{ firstName: 'Daan', birthMonth: '2021-04' },
			{ firstName: 'Lotte', birthMonth: '2015-01' }
		],
		caregivers: [
			{ firstName: 'Mark', lastName: 'de Wit', relation: 'vader' },
			{ firstName: 'Sandra', lastName: 'Bakker', relation: 'moeder' }
		],
		reason: 'Wie pakt dit nu echt op, en wie houdt zicht op de veiligheid?',
		news: 'Tweede politiemelding van geweld tussen de ouders. Derde aanmelding in tien weken.',
		presenter: 'hilde',
		participants: ['yusuf', 'roos', 'wim']
	},
	jayden: {
		code: '26-1620',
		table: 'zat',
		openedDaysAgo: 150,
		children: [{ firstName: 'Jayden', birthMonth: '2010-06' }],
		caregivers: [{ firstName: 'Monique', lastName: 'Bos', relation: 'moeder' }],
		reason: 'Wat doen wij in de vijf maanden dat hij op hulp wacht?',
		news: 'Hij wil zelf hulp, zijn ouders niet. Wachttijd jeugd-GGZ: vijf maanden.',
		presenter: 'karel',
		participants: ['karel', 'bas', 'jeroen']
	},
	mila: {
		code: '26-8452',
		table: 'cjg',
		openedDaysAgo: 240,
		help: { daysAgo: 215, what: 'Ambulante gezinshulp' },
		children: [{ firstName: 'Mila', birthMonth: '2022-08' }],
		caregivers: [{ firstName: 'Joyce', lastName: 'Dekker', relation: 'moeder' }],
		reason: 'Kan deze casus dicht?',
		news: 'De hulp is goed afgesloten. Niemand zag Mila de afgelopen zeven weken.',
		presenter: 'hilde',
		participants: ['yusuf', 'roos']
	},
	amir: {
		code: '26-3391',
		table: 'cjg',
		openedDaysAgo: 6,
		children: [{ firstName: 'Amir', birthMonth: '2023-01' }],
		caregivers: [{ firstName: 'Leila', lastName: 'Karimi', relation: 'moeder' }],
		reason: 'Welke hulp past, en wie begint?',
		news: 'Nieuw: het kinderdagverblijf maakt zich zorgen over eten en slapen.',
		presenter: 'yusuf',
		participants: ['yusuf', 'roos']
	}
} as const satisfies Record<string, DemoCase>;

export type CaseKey = keyof typeof CASES;
