import * as v from 'valibot';
import { aDay, anId, expected, someText } from '../fields.ts';

const safety = v.picklist(['safe', 'undetermined', 'structurally-unsafe', 'acutely-unsafe']);
const risk = v.picklist(['low', 'raised', 'high', 'undetermined']);
const grade = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10));

export const judgementCommands = {
	'judgement.give': v.object({
		itemId: anId,
		childId: anId,
		safety,
		grade,
		risk,
		safetyReason: someText(1000),
		riskReason: someText(1000),
		expected
	}),
	'judgement.reveal': v.object({ itemId: anId, childId: anId }),
	'judgement.decide-jointly': v.object({
		itemId: anId,
		childId: anId,
		safety,
		grade,
		risk,
		motivation: someText(2000),
		expected
	}),
	'dissent.record': v.object({ itemId: anId, childId: anId, reason: someText(1000) }),
	'dissent.withdraw': v.object({ itemId: anId, childId: anId }),
	'meldcode.decide': v.object({
		itemId: anId,
		childId: anId,
		decision: v.picklist(['advice-asked', 'reported', 'not']),
		because: v.optional(someText(1000)),
		/** Today unless it was decided before the meeting. */
		decidedOn: v.optional(aDay),
		expected
	})
};
