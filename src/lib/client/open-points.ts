import { blindSpots, completeness, outcome, type Cell } from '#lib/domain/assessment.ts';
import type { OpenQuestion } from '#lib/domain/answer.ts';
import type { QuestionId } from '#lib/domain/instrument.ts';
import type { CaseRole } from '#lib/domain/coordination.ts';
import type { AssessmentPart, ItemView } from '#lib/protocol/views.ts';
import { standingOf, tableAnswersOf } from './answers.ts';

/** What is still to do at this item, with the id of the element where it can be done. */
export type OpenPoint = { target: string; tone: 'red' | 'amber' | 'neutral' } & (
	| { kind: 'veilig-thuis'; childId: string; mine: boolean }
	| { kind: 'difference'; questionId: QuestionId; subjectId: string }
	| { kind: 'blind-spots'; count: number; childId: string | null }
	| { kind: 'own-judgement'; childId: string }
	| { kind: 'joint-judgement'; childId: string }
	| { kind: 'nobody'; role: CaseRole }
	| { kind: 'missing'; count: number }
);

type Seen = Pick<
	ItemView,
	'head' | 'people' | 'assessment' | 'judgements' | 'meldcode' | 'coordination'
>;

/** Element ids; the hash of a link to one opens the right child first. */
export const questionTarget = ({
	questionId,
	subjectId
}: {
	questionId: string;
	subjectId: string;
}) => `vraag-${questionId}-${subjectId}`;
export const judgementTarget = (childId: string) => `oordeel-${childId}`;
export const stepTarget = (childId: string) => `veilig-thuis-${childId}`;

/** The questions a table walks: nobody has answered them, or known answers differ, per child or adult. */
export function openPoints(view: Seen): OpenPoint[] {
	if (view.head.status === 'done') return [];
	const { head, assessment, meldcode } = view;
	const children = head.children.map(({ id }) => id);
	const adults = head.caregivers.map(({ id }) => id);
	const answers = standingOf(assessment);
	const table = tableAnswersOf(assessment);
	const { missing } = completeness(children, adults, answers, table);
	const [firstMissing] = missing;
	return [
		...meldcode.open.flatMap((childId) => openStep(view, childId)),
		...nobodysRoles(view),
		...differences(assessment, [...children, ...adults]).map((cell): OpenPoint => ({
			kind: 'difference',
			...cell,
			target: questionTarget(cell),
			tone: 'amber'
		})),
		...withoutWho(assessment, blindSpots(children, adults, answers, table), children),
		...view.judgements.flatMap((each) => openJudgement(view, each)),
		...(firstMissing
			? [
					{
						kind: 'missing' as const,
						count: missing.length,
						target: questionTarget(firstMissing),
						tone: 'neutral' as const
					}
				]
			: [])
	];
}

/** Asked is not taken: the duty is nobody's until someone said yes (R24, R28). */
function nobodysRoles({ coordination }: Seen): OpenPoint[] {
	return coordination.roles
		.filter(({ holder }) => holder === null)
		.map(({ role }) => ({ kind: 'nobody', role, target: `rol-${role}-vraag`, tone: 'red' }));
}

function openStep(view: Seen, childId: string): OpenPoint[] {
	const outstanding = view.meldcode.outstanding.filter((each) => each.childId === childId);
	if (outstanding.length === 0) return [];
	const own = view.head.me.organisationId;
	return [
		{
			kind: 'veilig-thuis',
			childId,
			mine: outstanding.some((each) => each.organisationId === own),
			target: stepTarget(childId),
			tone: 'red'
		}
	];
}

function openJudgement(view: Seen, judgement: Seen['judgements'][number]): OpenPoint[] {
	const { childId, revealedAt, own, joint } = judgement;
	const target = judgementTarget(childId);
	if (!revealedAt) return own ? [] : [{ kind: 'own-judgement', childId, target, tone: 'neutral' }];
	return joint ? [] : [{ kind: 'joint-judgement', childId, target, tone: 'amber' }];
}

function differences(part: AssessmentPart, subjectIds: readonly string[]): Cell[] {
	const cells = new Map(
		standingOf(part).map(({ questionId, subjectId }) => [
			`${questionId} ${subjectId}`,
			{ questionId, subjectId }
		])
	);
	return [...cells.values()]
		.filter((cell) => subjectIds.includes(cell.subjectId))
		.filter((cell) => {
			const about = (each: { questionId: string; subjectId: string }) =>
				each.questionId === cell.questionId && each.subjectId === cell.subjectId;
			const table = part.tableAnswers.find(about) ?? null;
			return outcome(part.answers.filter(about), table).state === 'difference';
		})
		.toSorted((a, b) => number(a.questionId) - number(b.questionId));
}

/** Every open question (F28) there is: about one child, or about any. */
export function openQuestions(part: AssessmentPart, childId?: string): OpenQuestion[] {
	return part.answers
		.filter((each) => each.questionId === 'F28' && (!childId || each.subjectId === childId))
		.flatMap(({ value }) => (value.kind === 'open-questions' ? value.questions : []));
}

/** An open question names the question it is about by its number: "A5: …". */
export function isAskedIn(questions: readonly OpenQuestion[], questionId: string): boolean {
	return questions.some(({ question }) => new RegExp(`\\b${questionId}\\b`).test(question));
}

function withoutWho(
	part: AssessmentPart,
	spots: readonly Cell[],
	children: readonly string[]
): OpenPoint[] {
	const lists = [...children, null].map((childId) => ({
		childId,
		cells: spots.filter(({ questionId, subjectId }) => {
			const about = children.includes(subjectId) ? subjectId : null;
			return about === childId && !isAskedIn(openQuestions(part, about ?? undefined), questionId);
		})
	}));
	return lists.flatMap(({ childId, cells: [first, ...rest] }) =>
		first
			? [
					{
						kind: 'blind-spots' as const,
						count: rest.length + 1,
						childId,
						target: questionTarget(first),
						tone: 'amber' as const
					}
				]
			: []
	);
}

/** The place of a question in the instrument: A1 … H35 are numbered through. */
function number(questionId: QuestionId): number {
	return Number(questionId.slice(1));
}
