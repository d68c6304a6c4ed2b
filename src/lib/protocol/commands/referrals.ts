import * as v from 'valibot';
import { HANDOVER_POINTS } from '#lib/domain/handover.ts';
import { MISSED_REASONS, STAGNATION_REASONS } from '#lib/domain/stagnation.ts';
import { aDay, anId, expected, line, optionalDay, optionalLine, someText } from '../fields.ts';

/** Referrals and their handover, what comes instead when help stagnates, and missed appointments. */
export const referralsCommands = {
	'referral.record': v.object({
		itemId: anId,
		from: line(120),
		to: line(120),
		reason: someText(500),
		on: aDay
	}),
	'referral.answer': v.object({
		itemId: anId,
		referralId: anId,
		status: v.picklist(['accepted', 'waiting-list', 'refused']),
		reason: optionalLine(300),
		expectedOn: optionalDay,
		expected
	}),
	/** Help by this referral has started, and with it the help of the case. */
	'referral.start': v.object({
		itemId: anId,
		referralId: anId,
		on: aDay,
		what: line(200),
		expected
	}),
	/** What one side of the handover has seen to, in full. */
	'handover.confirm': v.object({
		itemId: anId,
		referralId: anId,
		side: v.picklist(['given', 'taken']),
		points: v.array(v.picklist(HANDOVER_POINTS)),
		/** Who said so, for a side that has nobody at the item. */
		by: optionalLine(80),
		expected
	}),
	'stagnation.record': v.object({
		itemId: anId,
		reason: v.picklist(STAGNATION_REASONS),
		note: optionalLine(300),
		since: aDay
	}),
	'stagnation.set-alternative': v.object({
		itemId: anId,
		stagnationId: anId,
		what: line(300),
		due: aDay,
		ownerId: anId,
		expected
	}),
	'stagnation.look-back': v.object({
		itemId: anId,
		stagnationId: anId,
		outcome: v.picklist(['works', 'does-not-work']),
		note: optionalLine(300),
		expected
	}),
	'missed.record': v.object({
		itemId: anId,
		on: aDay,
		withWhom: line(120),
		reason: v.picklist(MISSED_REASONS)
	}),
	'missed.take-back': v.object({ itemId: anId, missedId: anId })
};
