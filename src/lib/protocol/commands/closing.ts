import * as v from 'valibot';
import { aDay, anId, line, optionalLine, someText } from '../fields.ts';

/** Next time, what closing rests on, closing, and what comes after it. */
export const closingCommands = {
	/** Oneself, unless another is named. */
	'contact.record': v.object({
		itemId: anId,
		childId: anId,
		on: aDay,
		how: v.picklist(['seen', 'spoken', 'both']),
		name: optionalLine(80),
		function: optionalLine(80)
	}),
	'contact.remove': v.object({ itemId: anId, contactId: anId }),
	'family-change.record': v.object({
		itemId: anId,
		kind: v.picklist([
			'separation',
			'new-partner',
			'move',
			'birth',
			'death',
			'cooperation',
			'other'
		]),
		on: aDay,
		what: optionalLine(200)
	}),
	/** No new assessment is needed for it, because … */
	'family-change.not-needed': v.object({ itemId: anId, changeId: anId, because: someText(300) }),
	'review.plan': v.object({ itemId: anId, on: aDay, about: optionalLine(200) }),
	'review.drop': v.object({ itemId: anId }),
	'case.close': v.object({
		itemId: anId,
		/** Someone at the item; else `stays` says who, as "huisarts". */
		staysId: v.optional(v.union([anId, v.literal('')]), ''),
		stays: optionalLine(120),
		staysUntil: aDay,
		followUpOn: aDay,
		followUpId: anId
	}),
	'case.reopen': v.object({ itemId: anId, reason: someText(500) }),
	'follow-up.record': v.object({
		itemId: anId,
		on: aDay,
		stillSafe: v.picklist(['yes', 'no', 'undetermined']),
		seenBy: line(120),
		outcome: someText(1000)
	})
};
