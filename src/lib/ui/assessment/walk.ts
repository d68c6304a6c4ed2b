import { questionState, type QuestionState } from '#lib/client/answers.ts';
import { subjectsFor, type Cell } from '#lib/domain/assessment.ts';
import { QUESTIONS } from '#lib/domain/instrument.ts';
import type { AssessmentPart } from '#lib/protocol/views.ts';

/** What the table walks: everything, or only where it has something to talk about. */
export const WALKS = ['all', 'differences', 'blind-spots', 'changed', 'open'] as const;
export type Walk = (typeof WALKS)[number];

export const cellKey = ({ questionId, subjectId }: { questionId: string; subjectId: string }) =>
	`${questionId} ${subjectId}`;

/** The questions of A to E about one child and the adults who care for it, in order. */
export function cellsOf(childId: string, adultIds: readonly string[]): Cell[] {
	return QUESTIONS.filter(({ scale }) => scale !== null).flatMap(({ id }) =>
		subjectsFor(id, [childId], adultIds).map((subjectId) => ({ questionId: id, subjectId }))
	);
}

const BELONGS: Record<Walk, (state: QuestionState) => boolean> = {
	all: () => true,
	differences: ({ outcome }) => outcome.state === 'difference',
	'blind-spots': ({ outcome }) => outcome.state === 'blind-spot',
	changed: ({ changed }) => changed,
	open: ({ outcome }) => outcome.state === 'blank'
};

/** Which questions each walk shows now, by `cellKey`. */
export function walks(part: AssessmentPart, cells: readonly Cell[]): Record<Walk, string[]> {
	const states = cells.map((cell) => ({
		key: cellKey(cell),
		state: questionState(part, '', cell)
	}));
	const of = (walk: Walk) =>
		states.filter(({ state }) => BELONGS[walk](state)).map(({ key }) => key);
	return {
		all: of('all'),
		differences: of('differences'),
		'blind-spots': of('blind-spots'),
		changed: of('changed'),
		open: of('open')
	};
}
