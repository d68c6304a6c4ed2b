import { ageBand, tellingIn } from '#lib/domain/anonymous-question.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { namesOf } from '../actions/check-names.ts';
import { atOpenCase, told } from '../at-open-case.ts';

/** Asks someone who may not know the case something about a child of an age (GC13). */
export const askAnonymously: UseCase<CheckedInput<'anonymous.ask'>> = async (work, input) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const { caseId, family, table } = at.value;
	const { store, actor, now, today } = work;
	const { itemId, childId, personId, text } = input;
	const child = family.children.find(({ id }) => id === childId);
	if (!child) return fail('unknown-subject');
	const colleague = await store.people.find(personId);
	if (!colleague || colleague.person.disabledAt) return fail('unknown-person');
	const seat = await store.tables.seat(table.id, personId);
	const knows = await store.agenda.participant(itemId, personId);
	if (knows || (seat && seat.role !== 'member')) return fail('knows-the-item');
	const telling = tellingIn(text, await namesOf(work, caseId), family.case.code);
	if (telling.length > 0) return fail('names-in-question', { names: telling.join(', ') });
	await store.anonymousQuestions.add({
		...{ id: work.id(), itemId, caseId, childId, personId, text },
		...ageBand(child.birthMonth, today),
		askedBy: actor.personId,
		askedAt: now
	});
	await told(work, at.value, 'anonymous.ask', personId);
	return ok();
};

/** Takes a question back: it is gone for who was asked. */
export const withdrawQuestion: UseCase<CheckedInput<'anonymous.withdraw'>> = async (
	work,
	{ itemId, questionId }
) => {
	const at = await atOpenCase(work, itemId);
	if (!at.ok) return at;
	const question = await work.store.anonymousQuestions.find(questionId);
	if (!question || question.itemId !== itemId || question.withdrawnAt) return fail('not-found');
	if (!at.value.runs && question.askedBy !== work.actor.personId) return fail('not-yours');
	await work.store.anonymousQuestions.change(questionId, { withdrawnAt: work.now });
	await told(work, at.value, 'anonymous.withdraw', question.personId);
	return ok();
};

/** Only who was asked answers, and once; the answer is told at the item (GC14). */
export const answerQuestion: UseCase<CheckedInput<'anonymous.answer'>> = async (
	work,
	{ questionId, answer }
) => {
	const { store, actor, now } = work;
	const question = await store.anonymousQuestions.find(questionId);
	const { caseId = null } = question ?? {};
	work.about({ objectKind: 'question', objectId: questionId, caseId });
	if (question?.personId !== actor.personId || question.withdrawnAt) return fail('not-found');
	if (question.answeredAt) return fail('already-answered');
	await store.anonymousQuestions.change(questionId, { answer, answeredAt: now });
	await work.log({
		event: 'anonymous.answer',
		objectKind: 'question',
		objectId: questionId,
		caseId,
		ground: 'asked'
	});
	for (const item of await store.agenda.ofCase(question.caseId)) work.touch(`item:${item.id}`);
	work.touch(`person:${question.askedBy}`, `person:${actor.personId}`);
	return ok();
};
