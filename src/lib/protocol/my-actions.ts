import type { ActionStatus } from '#lib/domain/action.ts';
import type { ActionView, DecisionsPart, LedgerLine, PersonRef } from './views.ts';

/**
 * An action as its owner sees it. Who owns it and takes no part in the item sees what was agreed and
 * nothing of the item: `place` is null, and the history holds the own organisation's steps only.
 */
export interface MyAction extends Omit<ActionView, 'itemId' | 'may'> {
	may: (ActionView['may'][number] | 'reopen')[];
	place: { itemId: string; meetingId: string; tableName: string } | null;
	/** Still open, and the day has passed. */
	overdue: boolean;
	/** Who of the own organisation can take over; only where it may be handed on. */
	colleagues: { id: string; name: string; function: string }[];
}

export const ACTION_FILTERS = ['all', 'waiting', 'open', 'overdue', 'done'] as const;
export type ActionFilter = (typeof ACTION_FILTERS)[number];

export interface MyActions {
	/** Asks for my answer. */
	waiting: MyAction[];
	/** Picked up or held, by due date. */
	open: MyAction[];
	/** Finished, declined or withdrawn, newest first. */
	done: MyAction[];
	/** Of all, whatever the filter. */
	counts: { waiting: number; open: number; overdue: number; done: number };
	tables: string[];
}

/** Who can be asked to pick something up, for the form of a new action. */
export interface PossibleOwners {
	organisations: { id: string; name: string }[];
	people: { id: string; name: string; function: string; organisationId: string }[];
}

/** One item of a meeting, for those who were at it, afterwards. */
export interface ReviewItem {
	itemId: string;
	meetingId: string;
	code: string;
	children: string[];
	mine: MyAction[];
	actions: ActionView[];
	decisions: DecisionsPart | null;
	people: PersonRef[];
	/** Chair or deputy of the table. */
	runs: boolean;
	/** Chair, deputy or coordinator of the case: may give the family a copy. */
	mayCopy: boolean;
	mayRatify: boolean;
	mayRatifyWithoutRest: boolean;
	ledger: LedgerLine[];
	/** The ratified list of which the own organisation is asked whether it is in its dossier; null without one. */
	toFile: { version: number; answer: LedgerLine['filed'] } | null;
}

export interface ReviewView {
	meetingId: string;
	tableName: string;
	day: string;
	closed: boolean;
	items: ReviewItem[];
}

export interface RecordedAction {
	title: string;
	owner: string | null;
	due: string;
	tellTo: string;
	status: ActionStatus;
}

/** What was fixed of an item when its meeting closed. */
export interface RecordContent {
	version: 1;
	tableName: string;
	day: string;
	code: string;
	reason: string;
	news: string;
	carriedOver: boolean;
	children: { firstName: string; birthMonth: string }[];
	caregivers: { firstName: string; lastName: string; relation: string }[];
	attendees: { name: string; function: string; organisation: string }[];
	/** The facts round: each organisation's text, and the common one under an empty name. */
	facts: { organisation: string; text: string }[];
	judgements: {
		firstName: string;
		safety: string;
		grade: number;
		risk: string;
		motivation: string;
		/** H33 and H34. */
		worries: string;
		grounds: string;
		dissents: { name: string; reason: string }[];
	}[];
	meldcode: {
		firstName: string;
		organisation: string;
		decision: string;
		because: string | null;
		decidedOn: string;
	}[];
	actions: RecordedAction[];
	decisions: {
		version: number;
		hash: string;
		text: string;
		ratifiedAt: string | null;
		ratifiedBy: { name: string; at: string }[];
	} | null;
}

export interface RecordedItem {
	itemId: string;
	hash: string;
	fixedAt: string;
	content: RecordContent;
	/** The decisions changed or were ratified since: what stands now, outside the fixed record. */
	now: { version: number; ratifiedAt: string | null } | null;
}

export interface RecordView {
	meetingId: string;
	tableName: string;
	day: string;
	items: RecordedItem[];
}
