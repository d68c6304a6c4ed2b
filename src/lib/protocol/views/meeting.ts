import type { ItemStatus } from '#lib/domain/agenda.ts';
import type { Safety } from '#lib/domain/judgement.ts';
import type { PersonRef } from '../views.ts';

/** Why a case belongs on the next agenda; worded on the screen. */
export interface ProposalWhy {
	kind:
		| 'overdue-actions'
		| 'carried-over'
		| 'without-help'
		| 'review-due'
		| 'check-due'
		| 'long-ago'
		| 'new';
	/** Actions, times or days, by its kind. */
	count: number;
}

/** A case that stands on no agenda, proposed for this one; only for who runs the table. */
export interface Proposal {
	caseId: string;
	code: string;
	/** The last joint judgement of the child for whom it is worst. */
	safety: Safety | null;
	waitingDays: number;
	/** How often it left an agenda without a judgement since the last one. */
	skips: number;
	whys: ProposalWhy[];
	/** It can't come on an agenda: its check after closing is done on its own page. */
	closed: boolean;
	/** Of its last item, to begin with. */
	reason: string;
	participants: string[];
}

/** One case item on the chair's board. */
export interface BoardLine {
	itemId: string;
	code: string;
	status: ItemStatus;
	/** Children without a joint judgement. */
	notJudged: number;
	actions: number;
	/** Actions that nobody has taken: refused, unowned, or of an organisation without a person. */
	withoutOwner: number;
	/** Actions that the owner has not answered yet. */
	unanswered: number;
	/** Who takes part and has said nothing yet. */
	silent: PersonRef[];
	/** Who was there and has not confirmed the decisions as they stand; null when there are none, or nobody was there yet. */
	notConfirmed: PersonRef[] | null;
}
