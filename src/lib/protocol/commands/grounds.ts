import { CONSENT_STATES, CUSTODY } from '#lib/domain/consent.ts';
import { FAMILY } from '#lib/domain/case.ts';
import { LEGAL_GROUNDS } from '#lib/domain/grounds.ts';
import * as v from 'valibot';
import { aDay, anId, expected, optionalLine, someText } from '../fields.ts';

const someChildren = v.pipe(v.array(anId), v.minLength(1), v.maxLength(FAMILY.children));

/** On what ground and with whose consent is shared, and what is asked without sharing. */
export const groundsCommands = {
	'ground.record': v.object({
		itemId: anId,
		organisationId: anId,
		ground: v.picklist(LEGAL_GROUNDS),
		explanation: optionalLine(300),
		/** Left out: not known yet. */
		informed: v.optional(v.boolean()),
		notInformedBecause: optionalLine(300),
		/** The last day that counts. */
		endsOn: v.optional(aDay),
		expected
	}),
	'ground.withdraw': v.object({ itemId: anId, organisationId: anId, reason: someText(300) }),
	/** Every ground that rests on consent which is not there (any more). */
	'ground.stop-on-consent': v.object({ itemId: anId }),
	'consent.record': v.object({
		itemId: anId,
		subjectId: anId,
		childIds: someChildren,
		state: v.picklist(CONSENT_STATES),
		on: aDay,
		/** Left out: for all at the table. */
		organisationIds: v.optional(v.pipe(v.array(anId), v.minLength(1), v.maxLength(40))),
		expected
	}),
	'custody.record': v.object({
		itemId: anId,
		caregiverId: anId,
		childIds: someChildren,
		custody: v.picklist(CUSTODY),
		expected
	}),
	'sharing.justify': v.object({
		itemId: anId,
		why: someText(500),
		lessWouldDo: someText(500),
		otherWay: someText(500),
		informed: v.boolean(),
		notInformedBecause: optionalLine(300),
		expected
	}),
	'anonymous.ask': v.object({ itemId: anId, childId: anId, personId: anId, text: someText(1000) }),
	'anonymous.answer': v.object({ questionId: anId, answer: someText(2000) }),
	'anonymous.withdraw': v.object({ itemId: anId, questionId: anId })
};
