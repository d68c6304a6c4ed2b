import type { ActionStatus } from '#lib/domain/action.ts';
import type { QuestionId } from '#lib/domain/instrument.ts';
import type { SkipWhy } from '#lib/domain/safety-skip.ts';

/** What an item opens with: what was agreed and left open at the earlier items that the viewer knows. */
export interface LastTimePart {
	/** The day something was last recorded of the case; null: this is the first time. */
	on: string | null;
	/** Still open, the overdue first; then what was done of the last time. */
	actions: {
		id: string;
		title: string;
		/** Who has it, or which organisation. */
		owner: string;
		due: string;
		status: ActionStatus;
		overdue: boolean;
	}[];
	/** Open then; the screen shows those that are open still. */
	blindSpots: { questionId: QuestionId; subjectId: string }[];
	/** How often it left an agenda without a judgement since the last one, and the last time; null: never. */
	skipped: { count: number; on: string; why: SkipWhy; note: string; name: string } | null;
}
