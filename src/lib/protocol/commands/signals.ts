import { FEEDBACK_TOPICS } from '#lib/domain/signals-feedback.ts';
import * as v from 'valibot';
import { aDay, anId, expected, optionalLine, someText } from '../fields.ts';

/** What a signal says: facts first, the rest may be left out. */
const said = {
	fact: someText(1000),
	interpretation: optionalLine(1000),
	source: optionalLine(200),
	/** Null: about the family as a whole. */
	childId: v.optional(v.nullable(anId), null),
	/** Someone at the item; null: someone outside it, in words. */
	signallerId: v.optional(v.nullable(anId), null),
	signallerName: optionalLine(80),
	signallerOrganisation: optionalLine(100),
	givenOn: aDay
};

const aSignal = { itemId: anId, signalId: anId, expected };

/** What was seen or heard, and what whoever said so hears back. */
export const signalsCommands = {
	'signal.record': v.object({ itemId: anId, ...said }),
	'signal.correct': v.object({ ...aSignal, ...said }),
	'signal.withdraw': v.object({ ...aSignal, reason: someText(300) }),
	/** What may be told, by whom and before when. */
	'feedback.agree': v.object({
		...aSignal,
		tellerId: anId,
		dueOn: aDay,
		topics: v.pipe(v.array(v.picklist(FEEDBACK_TOPICS)), v.maxLength(FEEDBACK_TOPICS.length)),
		line: optionalLine(300)
	}),
	'feedback.give': v.object({ ...aSignal, byId: anId, on: aDay, how: optionalLine(100) }),
	'feedback.cannot': v.object({ ...aSignal, reason: someText(300) }),
	/** It turned out not to be given, or to be possible after all. */
	'feedback.reopen': v.object(aSignal)
};
