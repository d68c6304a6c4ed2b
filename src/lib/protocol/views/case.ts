import type { ItemStatus } from '#lib/domain/agenda.ts';
import type { CaregiverRef, ChildRef } from '../views.ts';

/** Something that happened to a case, on its time line; worded on the screen by its area. */
export interface TimelineEvent {
	/** Unique on the line. */
	id: string;
	/** The day it happened, `YYYY-MM-DD`. */
	on: string;
	area: 'case' | 'signals' | 'family' | 'grounds' | 'meldcode' | 'referrals' | 'closing' | 'moving';
	kind: string;
	/** What its words need: names, days, numbers. */
	detail: Record<string, string | number | null>;
	tone: 'red' | 'amber' | 'green' | 'neutral';
}

/** Whom one can call to an urgent meeting, the usual ones first. */
export interface UrgentChoice {
	people: { id: string; label: string; asked: boolean }[];
}

/** A case as one viewer may know it: its course over all meetings (CK1). */
export interface CaseView {
	id: string;
	code: string;
	tableId: string;
	tableName: string;
	children: ChildRef[];
	caregivers: CaregiverRef[];
	closedOn: string | null;
	/** The viewer's own items, newest first; the first is the one to work at. */
	items: { id: string; meetingId: string; day: string; status: ItemStatus }[];
	/** Null for who can't call an urgent meeting: a guest, or anyone once the case is closed. */
	urgent: UrgentChoice | null;
	/** Newest first. */
	timeline: TimelineEvent[];
}
