import { standingOf, tableAnswersOf } from '#lib/client/answers.ts';
import { countsOf } from '#lib/domain/assessment.ts';
import { ageAt } from '#lib/domain/case.ts';
import {
	type QuestionId,
	type ScaleChoice,
	type SectionId,
	SECTIONS
} from '#lib/domain/instrument.ts';
import { asksForChildren } from '#lib/domain/involvement.ts';
import { type Situation, unheard } from '#lib/domain/unheard.ts';
import type { InvolvementView } from '#lib/protocol/views/family.ts';
import type { ItemView } from '#lib/protocol/views.ts';

/** What stands at this item that tells who may know the family and was not heard. */
export function situationOf(view: ItemView, today: string): Situation {
	const { head, family, people, assessment } = view;
	const children = head.children.map(({ id }) => id);
	const adults = head.caregivers.map(({ id }) => id);
	const counted = [...counts(view, 'A', children), ...counts(view, 'C', adults)];
	return {
		ages: head.children.map(({ birthMonth }) => ageAt(birthMonth, today).years),
		worries: counted.filter(({ counts }) => counts === 'observed' || counts === 'suspected'),
		named: assessment.answers.flatMap(({ questionId, value }) =>
			questionId === 'F27' && value.kind === 'list' ? value.items : []
		),
		family: [
			...head.children.map(({ firstName }) => firstName),
			...head.caregivers.flatMap(({ firstName, relation }) => [firstName, relation]),
			...family.network.flatMap(({ firstName, relation }) => [firstName, relation])
		],
		atTable: people
			.filter(({ takesPart }) => takesPart)
			.map(({ organisationKind }) => organisationKind),
		recorded: family.involvements
	};
}

/** Who was not heard, and the questions that were withdrawn and have no answer either (FA13). */
export function unheardAt(view: ItemView, today: string) {
	return {
		proposals: unheard(situationOf(view, today)),
		withdrawn: view.family.involvements.filter(isWithdrawn)
	};
}

export const isWithdrawn = ({ standing, question }: InvolvementView) =>
	standing === 'asked' && question?.status === 'withdrawn';

/** Involvements of which nobody said who keeps the children in view. */
export function childrenUnseen({ head, family }: ItemView): InvolvementView[] {
	const adults = head.caregivers.map(({ id }) => id);
	return family.involvements.filter((one) => asksForChildren(one, adults));
}

interface Counted {
	questionId: QuestionId;
	subjectId: string;
	counts: ScaleChoice | null;
}

/** What counts for each question of a section, about each of these. */
export function counts(view: ItemView, section: SectionId, subjects: readonly string[]): Counted[] {
	const answers = standingOf(view.assessment);
	const table = tableAnswersOf(view.assessment);
	const questions = SECTIONS.find(({ id }) => id === section)?.questions ?? [];
	return subjects.flatMap((subjectId) =>
		countsOf(section, subjectId, answers, table).flatMap((each, place) => {
			const questionId = questions[place];
			return questionId ? [{ questionId, subjectId, counts: each }] : [];
		})
	);
}
