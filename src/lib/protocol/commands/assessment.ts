import * as v from 'valibot';
import { aDay, anId, expected, line, someText } from '../fields.ts';

const contact = v.object({
	name: line(80),
	function: line(80),
	date: aDay,
	how: v.picklist(['seen', 'spoken', 'both'])
});

/** What an answer can be; whether it fits its question is a domain rule (`checkAnswer`). */
export const answerValue = v.variant('kind', [
	v.object({
		kind: v.literal('scale'),
		choice: v.picklist([
			'observed',
			'suspected',
			'ruled-out',
			'not-checked',
			'present',
			'fragile',
			'absent',
			'unknown'
		])
	}),
	v.object({ kind: v.literal('contacts'), contacts: v.pipe(v.array(contact), v.maxLength(20)) }),
	v.object({ kind: v.literal('list'), items: v.pipe(v.array(line(120)), v.maxLength(20)) }),
	v.object({
		kind: v.literal('open-questions'),
		questions: v.pipe(
			v.array(v.object({ question: line(200), who: line(120), before: aDay })),
			v.maxLength(20)
		)
	}),
	v.object({ kind: v.literal('text'), text: someText(2000) }),
	v.object({ kind: v.literal('text-otherwise'), because: someText(500) }),
	v.object({
		kind: v.literal('choice'),
		choice: v.picklist(['recognise', 'partly', 'deny', 'not-discussed']),
		because: v.optional(someText(500))
	})
]);

export const assessmentCommands = {
	/** One's own answer, or with `personId` one said by a participant without a screen ("namens"). */
	'answer.give': v.object({
		itemId: anId,
		subjectId: anId,
		questionId: line(4),
		value: answerValue,
		source: v.optional(line(200)),
		observedOn: v.optional(aDay),
		expected,
		personId: v.optional(anId)
	}),
	'answer.rest-not-checked': v.object({
		itemId: anId,
		sectionId: v.picklist(['A', 'B', 'C', 'D', 'E']),
		subjectIds: v.pipe(v.array(anId), v.minLength(1), v.maxLength(20))
	}),
	'answer.decide': v.object({
		itemId: anId,
		subjectId: anId,
		questionId: line(4),
		value: answerValue,
		expected
	})
};
