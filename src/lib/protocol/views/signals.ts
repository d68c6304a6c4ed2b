import type { FeedbackStatus, FeedbackTopic } from '#lib/domain/signals-feedback.ts';
import type { PersonRef } from '../views.ts';

/** What is owed to whoever gave a signal, as far as this viewer knows. */
export interface FeedbackView {
	status: FeedbackStatus;
	teller: PersonRef | null;
	/** The viewer is to tell it. */
	mine: boolean;
	/** It was the viewer's to tell and is not any more: agreed without him or her. */
	released: boolean;
	/** Who would tell takes no part any more. */
	tellerGone: boolean;
	dueOn: string;
	overdue: boolean;
	/** What may be told; empty: not agreed yet. */
	topics: FeedbackTopic[];
	line: string;
	/** When given: by whom, on which day, how. When it can't be: `reason`. */
	given: { by: string; on: string; how: string } | null;
	reason: string | null;
	/** How many steps the viewer knows. */
	revision: number;
}

export interface SignalView {
	id: string;
	givenOn: string;
	signaller: { personId: string | null; name: string; organisation: string };
	fact: string;
	interpretation: string;
	source: string;
	/** Null: about the family as a whole. */
	childId: string | null;
	recordedBy: string;
	correctedOn: string | null;
	withdrawn: { by: string; on: string; reason: string } | null;
	/** The viewer may correct and withdraw it. */
	mayChange: boolean;
	revision: number;
	feedback: FeedbackView;
}

/** Newest first. */
export interface SignalsPart {
	signals: SignalView[];
}
