import type { ClosingFacts, StillSafe } from '#lib/domain/closing.ts';
import type { FamilyChange } from '#lib/domain/closing-changes.ts';
import type { Assessed } from '#lib/domain/closing-comparison.ts';

/** Where something of the case stands: an item the viewer may open. */
export interface ItemPlace {
	itemId: string;
	meetingId: string;
	/** `YYYY-MM-DD`. */
	day: string;
}

export interface ContactView {
	id: string;
	childId: string;
	on: string;
	how: 'seen' | 'spoken' | 'both';
	name: string;
	function: string;
	/** The viewer may take it away: own, or as who runs the table. */
	mayRemove: boolean;
}

export interface ChangeView {
	id: string;
	kind: FamilyChange;
	on: string;
	what: string;
	/** Still asks for a new assessment (CL10). */
	open: boolean;
	notNeeded: { because: string; name: string } | null;
}

export interface ClosureView {
	on: string;
	by: string;
	stays: string;
	staysUntil: string;
	followUp: {
		on: string;
		name: string;
		/** The viewer may record it. */
		may: boolean;
		done: { on: string; stillSafe: StillSafe; seenBy: string; outcome: string } | null;
	};
	/** Not null when it opened again. */
	reopened: { on: string; by: string; because: string } | null;
}

/** An earlier assessment, as it is put beside this one (CL12). */
export interface PreviousAssessment extends Assessed, ItemPlace {}

/** Next time, closing and after, as far as this viewer may know it (CL13). */
export interface ClosingPart {
	/** Chair or deputy: may close and open again. */
	mayClose: boolean;
	/** Of the case; null while it is open. */
	closedOn: string | null;
	facts: ClosingFacts;
	/** The item whose judgement counts for closing; null before one was discussed. */
	basis: (ItemPlace & { concluded: boolean }) | null;
	/** What keeps it open, with where it can be settled. */
	openActions: (ItemPlace & { id: string; title: string })[];
	onAgenda: ItemPlace[];
	contacts: ContactView[];
	changes: ChangeView[];
	review: { on: string; about: string } | null;
	/** Days of this table's next meetings; empty for a guest. */
	nextMeetings: string[];
	/** The last time it closed, also when it opened again since. */
	closure: ClosureView | null;
	previous: PreviousAssessment | null;
}
