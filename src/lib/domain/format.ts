import type { OrganisationKind } from './organisation.ts';

/** The kinds of meeting a table starts from; each table may adapt its own. */
export const MEETING_FORMATS = [
	'one-two-three',
	'cjg-intake',
	'care-advisory-team',
	'case-conference'
] as const;

export type MeetingFormat = (typeof MEETING_FORMATS)[number];

/** A seat that must be filled; `key` names its words on the screen. */
export interface Seat {
	id: string;
	kind: OrganisationKind;
	key: string;
}

export const GENERAL_ITEM_KEYS = [
	'opening',
	'open_actions',
	'cooperation_signals',
	'close'
] as const;

export type GeneralItemKey = (typeof GENERAL_ITEM_KEYS)[number];

/** An agenda item without a case, before or after the case items. */
export interface GeneralItem {
	key: GeneralItemKey;
	minutes: number;
	place: 'before' | 'after';
}

/** Lengths are in minutes. The first required seat is the one that runs the meeting. */
export interface Format {
	minutes: number;
	minutesPerCase: number;
	requiredSeats: readonly Seat[];
	generalItems: readonly GeneralItem[];
}

const opening: GeneralItem = { key: 'opening', minutes: 5, place: 'before' };
const openActions: GeneralItem = { key: 'open_actions', minutes: 5, place: 'before' };
const cooperationSignals: GeneralItem = { key: 'cooperation_signals', minutes: 5, place: 'after' };
const close: GeneralItem = { key: 'close', minutes: 3, place: 'after' };

export const FORMATS: Readonly<Record<MeetingFormat, Format>> = {
	'one-two-three': {
		minutes: 60,
		minutesPerCase: 12,
		requiredSeats: [
			{ id: 'internal-counsellor', kind: 'school', key: 'seat_internal_counsellor' },
			{ id: 'youth-health', kind: 'youth-health', key: 'seat_youth_health' },
			{ id: 'school-social-work', kind: 'social-work', key: 'seat_school_social_work' }
		],
		generalItems: [opening, openActions, cooperationSignals, close]
	},
	'cjg-intake': {
		minutes: 90,
		minutesPerCase: 12,
		requiredSeats: [
			{ id: 'intake', kind: 'cjg', key: 'seat_intake' },
			{ id: 'behavioural-scientist', kind: 'cjg', key: 'seat_behavioural_scientist' },
			{ id: 'veilig-thuis', kind: 'veilig-thuis', key: 'seat_veilig_thuis' }
		],
		generalItems: [opening, openActions, close]
	},
	'care-advisory-team': {
		minutes: 120,
		minutesPerCase: 15,
		requiredSeats: [
			{ id: 'care-coordinator', kind: 'school', key: 'seat_care_coordinator' },
			{ id: 'youth-health', kind: 'youth-health', key: 'seat_youth_health' },
			{ id: 'school-social-work', kind: 'social-work', key: 'seat_school_social_work' },
			{ id: 'school-partnership', kind: 'school-partnership', key: 'seat_school_partnership' }
		],
		generalItems: [opening, openActions, cooperationSignals, close]
	},
	'case-conference': {
		minutes: 90,
		minutesPerCase: 12,
		requiredSeats: [],
		generalItems: [opening, openActions, close]
	}
};
