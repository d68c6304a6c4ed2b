import type { AskedAnonymously } from '#lib/protocol/views/grounds.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { AnonymousQuestion } from '../store/anonymous-questions.ts';
import type { Repositories } from '../store/repositories.ts';
import type { AccessEntry, Actor } from '../work.ts';

/** One question, for who was asked and nobody else; null alike when it was taken back (GC14). */
export async function askedAnonymously(
	store: Repositories,
	actor: Actor,
	questionId: string
): Promise<{ value: AskedAnonymously; reads: AccessEntry[] } | null> {
	const question = await store.anonymousQuestions.find(questionId);
	if (question?.personId !== actor.personId || question.withdrawnAt) return null;
	return { value: asked(question), reads: [readOf(question)] };
}

/** What waits for someone's answer, for "Vandaag". */
export async function questionsWaiting(
	store: Repositories,
	actor: Actor
): Promise<{ value: AskedAnonymously[]; reads: AccessEntry[] }> {
	const waiting = await store.anonymousQuestions.waitingFor(actor.personId);
	return { value: waiting.map(asked), reads: waiting.map(readOf) };
}

/** Age and words: nothing from which the case, or who asks, could be known. */
function asked({ id, years, months, text, askedAt, answer, answeredAt }: AnonymousQuestion) {
	return {
		id,
		age: { years, months },
		text,
		askedOn: dayInTheNetherlands(askedAt),
		answer:
			answer !== null && answeredAt ? { text: answer, on: dayInTheNetherlands(answeredAt) } : null
	};
}

function readOf({ id, caseId }: AnonymousQuestion): AccessEntry {
	return {
		event: 'read-anonymous-question',
		objectKind: 'question',
		objectId: id,
		caseId,
		ground: 'asked'
	};
}
