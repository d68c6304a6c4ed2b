import type { OrganisationKind } from '#lib/domain/organisation.ts';
import type { Administers } from '../store/schema/index.ts';

/** The invented professionals of the invented municipality of Noorderveld. */
export const ORGANISATIONS = {
	regenboog: { name: 'De Regenboog', kind: 'school' },
	dorenweerd: { name: 'Dorenweerd College', kind: 'school' },
	ggd: { name: 'GGD Noorderveld', kind: 'youth-health' },
	welzijn: { name: 'Welzijn Noorderveld', kind: 'social-work' },
	cjg: { name: 'CJG Noorderveld', kind: 'cjg' },
	veiligThuis: { name: 'Veilig Thuis Noorderveld', kind: 'veilig-thuis' },
	partnership: { name: 'Samenwerkingsverband Noorderveld', kind: 'school-partnership' },
	attendance: { name: 'Leerplicht Noorderveld', kind: 'school-attendance' },
	police: { name: 'Politie Noorderveld', kind: 'police' },
	municipality: { name: 'Gemeente Noorderveld', kind: 'municipality' }
} as const satisfies Record<string, { name: string; kind: OrganisationKind }>;

export type OrganisationKey = keyof typeof ORGANISATIONS;

interface DemoPerson {
	name: string;
	function: string;
	organisation: OrganisationKey;
	/** One of the eight person colours. */
	colour: number;
	administers?: Administers;
}

export const PEOPLE = {
	marjan: {
		name: 'Marjan Hofstee',
		function: 'intern begeleider',
		organisation: 'regenboog',
		colour: 1
	},
	tirza: {
		name: 'Tirza Oosting',
		function: 'jeugdverpleegkundige',
		organisation: 'ggd',
		colour: 5
	},
	bas: {
		name: 'Bas Wolters',
		function: 'schoolmaatschappelijk werker',
		organisation: 'welzijn',
		colour: 6
	},
	hilde: { name: 'Hilde Kremer', function: 'CJG-intaker', organisation: 'cjg', colour: 1 },
	yusuf: { name: 'Yusuf Aydin', function: 'gedragswetenschapper', organisation: 'cjg', colour: 2 },
	roos: {
		name: 'Roos van Dalen',
		function: 'medewerker Veilig Thuis',
		organisation: 'veiligThuis',
		colour: 4
	},
	karel: {
		name: 'Karel Meinders',
		function: 'zorgcoördinator',
		organisation: 'dorenweerd',
		colour: 1
	},
	esther: { name: 'Esther Vonk', function: 'mentor', organisation: 'dorenweerd', colour: 7 },
	jeroen: {
		name: 'Jeroen Haak',
		function: 'adviseur passend onderwijs',
		organisation: 'partnership',
		colour: 8
	},
	sanne: {
		name: 'Sanne Prins',
		function: 'leerplichtambtenaar',
		organisation: 'attendance',
		colour: 8
	},
	wim: { name: 'Wim Tuinstra', function: 'wijkagent', organisation: 'police', colour: 3 },
	nadia: {
		name: 'Nadia Elzinga',
		function: 'verbindingsofficier straf en zorg',
		organisation: 'municipality',
		colour: 6
	},
	petra: {
		name: 'Petra Lind',
		function: 'beheerder',
		organisation: 'municipality',
		colour: 8,
		administers: 'everything'
	}
} as const satisfies Record<string, DemoPerson>;

export type PersonKey = keyof typeof PEOPLE;

export function emailOf(key: PersonKey): string {
	return `${key}@noorderveld.example`;
}
