import { completeness } from '#lib/domain/assessment.ts';
import { standingOf, tableAnswersOf } from '#lib/client/answers.ts';
import type { ItemView } from '#lib/protocol/views.ts';

/** Which steps of a case item are complete, for the ticks in its navigation. */
export function stepsDone(view: ItemView) {
	const { complete } = completeness(
		view.head.children.map((child) => child.id),
		view.head.caregivers.map((adult) => adult.id),
		standingOf(view.assessment),
		tableAnswersOf(view.assessment)
	);
	return {
		assessment: complete,
		judgement:
			view.judgements.length > 0 &&
			view.judgements.every((one) => one.joint !== null) &&
			view.meldcode.outstanding.length === 0,
		actions:
			view.actions.length > 0 && view.actions.every((action) => action.status !== 'proposed'),
		coordination: view.coordination.roles.every(({ holder }) => holder !== null),
		next: view.closing.review !== null || view.closing.closedOn !== null,
		ratified: view.decisions?.ratifiedAt !== null && view.decisions !== null
	};
}
