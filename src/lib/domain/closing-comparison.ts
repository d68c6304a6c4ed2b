import type { StandingAnswer, TableAnswer } from './assessment.ts';
import { subjectsFor } from './assessment.ts';
import { isOld } from './closing.ts';
import type { Day } from './day.ts';
import { isBlindSpot, QUESTIONS, type QuestionId, type ScaleChoice } from './instrument.ts';
import type { JointJudgement } from './judgement.ts';
import { outcome } from './outcome.ts';

/** What counted for one question about one child or adult at an item. */
export interface Counted {
	questionId: QuestionId;
	subjectId: string;
	counts: ScaleChoice;
}

/** One item's assessment, as it is compared: what counted, and what the table judged. */
export interface Assessed {
	counted: readonly Counted[];
	joint: readonly Pick<JointJudgement, 'childId' | 'safety' | 'grade' | 'risk'>[];
}

export interface Change {
	questionId: QuestionId;
	subjectId: string;
	then: ScaleChoice;
	now: ScaleChoice;
}

export interface Comparison {
	childId: string;
	then: Assessed['joint'][number] | null;
	now: Assessed['joint'][number] | null;
	/** The grade of now less that of then; null unless both are there. */
	difference: number | null;
	/** Outcomes that are another now; about the child and about the adults, whose answers siblings share. */
	changes: Change[];
	/** Blind spots both times. */
	stillUnknown: Pick<Counted, 'questionId' | 'subjectId'>[];
}

/** What counts at an item, for each question of A–E that someone answered. */
export function counted(
	answers: readonly StandingAnswer[],
	tableAnswers: readonly TableAnswer[]
): Counted[] {
	const given = Map.groupBy(answers, cellKey);
	const table = new Map(tableAnswers.map((each) => [cellKey(each), each]));
	const cells = new Map([...answers, ...tableAnswers].map((each) => [cellKey(each), each]));
	return [...cells].flatMap(([key, { questionId, subjectId }]) => {
		const { counts } = outcome(given.get(key) ?? [], table.get(key) ?? null);
		return counts ? [{ questionId, subjectId, counts }] : [];
	});
}

/** Last time beside today for one child (R36): judgement, what changed, and what nobody knew either time. */
export function compare(
	childId: string,
	adultIds: readonly string[],
	then: Assessed,
	now: Assessed
): Comparison {
	const before = new Map(then.counted.map((each) => [cellKey(each), each.counts]));
	const after = new Map(now.counted.map((each) => [cellKey(each), each.counts]));
	const both = QUESTIONS.filter(({ scale }) => scale).flatMap(({ id }) =>
		subjectsFor(id, [childId], adultIds).flatMap((subjectId) => {
			const cell = { questionId: id, subjectId };
			const [was, is] = [before.get(cellKey(cell)), after.get(cellKey(cell))];
			return was && is ? [{ ...cell, then: was, now: is }] : [];
		})
	);
	const judged = ({ joint }: Assessed) => joint.find((each) => each.childId === childId) ?? null;
	const [was, is] = [judged(then), judged(now)];
	return {
		childId,
		then: was,
		now: is,
		difference: was && is ? is.grade - was.grade : null,
		changes: both.filter((each) => each.then !== each.now),
		stillUnknown: both
			.filter((each) => isBlindSpot(each.then) && isBlindSpot(each.now))
			.map(({ questionId, subjectId }) => ({ questionId, subjectId }))
	};
}

/**
 * Questions that rest on old information alone (R9): every known answer is about something seen more than
 * six weeks ago. With the day of the newest of them; in the order of the instrument.
 */
export function restsOnOld(
	answers: readonly StandingAnswer[],
	today: Day
): { questionId: QuestionId; subjectId: string; observedOn: Day }[] {
	const order = QUESTIONS.map(({ id }) => id);
	const known = answers.filter(
		({ value, observedOn }) =>
			value.kind === 'scale' && !isBlindSpot(value.choice) && observedOn !== null
	);
	return [...Map.groupBy(known, cellKey).values()]
		.flatMap(([first, ...more]) => {
			if (!first) return [];
			const days = [first, ...more].map(({ observedOn }) => observedOn ?? '');
			const observedOn = days.toSorted().at(-1) ?? '';
			const { questionId, subjectId } = first;
			return isOld(observedOn, today) ? [{ questionId, subjectId, observedOn }] : [];
		})
		.toSorted((a, b) => order.indexOf(a.questionId) - order.indexOf(b.questionId));
}

function cellKey({ questionId, subjectId }: { questionId: string; subjectId: string }): string {
	return `${questionId} ${subjectId}`;
}
