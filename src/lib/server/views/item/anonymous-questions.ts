import type { AnonymousQuestionLine } from '#lib/protocol/views/grounds.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { ItemContext } from './context.ts';

/** What was asked without sharing, and what came back, of the items the viewer may know. */
export async function anonymousQuestionLines({
	store,
	caseId,
	known,
	viewer,
	runs,
	item
}: ItemContext): Promise<AnonymousQuestionLine[]> {
	const questions = (await store.anonymousQuestions.ofCase(caseId)).filter(({ itemId }) =>
		known.has(itemId)
	);
	const ids = questions.flatMap(({ personId, askedBy }) => [personId, askedBy]);
	const people = new Map(
		(await store.people.findMany([...new Set(ids)])).map((one) => [one.person.id, one])
	);
	return questions.map((one) => {
		const to = people.get(one.personId);
		return {
			id: one.id,
			childId: one.childId,
			age: { years: one.years, months: one.months },
			text: one.text,
			to: to ? `${to.person.name}, ${to.organisation.name}` : '',
			askedBy: people.get(one.askedBy)?.person.name ?? '',
			askedOn: dayInTheNetherlands(one.askedAt),
			answer:
				one.answer !== null && one.answeredAt
					? { text: one.answer, on: dayInTheNetherlands(one.answeredAt) }
					: null,
			mayWithdraw:
				one.itemId === item.id &&
				one.answeredAt === null &&
				(runs || one.askedBy === viewer.person.id)
		};
	});
}
