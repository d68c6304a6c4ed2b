import { EXPERTISES } from '#lib/domain/expertise.ts';
import { KINDCHECKS } from '#lib/domain/meldcode-steps.ts';
import { PRESSURE_KINDS } from '#lib/domain/pressure.ts';
import { STRAIGHT_KINDS } from '#lib/domain/straight.ts';
import { WEIGHING_ANSWERS, WEIGHING_QUESTIONS } from '#lib/domain/weighing.ts';
import * as v from 'valibot';
import { aDay, anId, expected, line, optionalLine, someText } from '../fields.ts';

const atItem = { itemId: anId, expected };
const some = v.pipe(v.array(anId), v.maxLength(20));
const answer = v.optional(v.picklist(WEIGHING_ANSWERS));
const aMark = { itemId: anId, childId: anId, kind: v.picklist(STRAIGHT_KINDS) };
const aboutWhom = { caregiverIds: some, childIds: some };

/** The meldcode beside the Veilig Thuis step: own steps, advice, expertise, the talk, pressure. */
export const meldcodeStepsCommands = {
	'steps.map-signals': v.object({
		...atItem,
		signals: someText(4000),
		childTold: v.boolean(),
		kindcheck: v.picklist(KINDCHECKS)
	}),
	'steps.consult': v.object({ ...atItem, who: line(120), on: aDay, outcome: someText(2000) }),
	'steps.weigh': v.object({
		...atItem,
		answers: v.object({
			suspicion: answer,
			unsafe: answer,
			'effective-help': answer,
			accepted: answer,
			lasting: answer
		}),
		because: optionalLine(2000)
	}),
	'steps.decide': v.object({
		...atItem,
		report: v.boolean(),
		help: v.boolean(),
		because: optionalLine(2000)
	}),
	/** Whether the others at the item may read one's own words. */
	'steps.show': v.object({ itemId: anId, shown: v.boolean() }),
	'advice.record': v.object({
		itemId: anId,
		childIds: v.pipe(some, v.minLength(1)),
		askedBy: v.optional(anId),
		askedOn: aDay,
		adviser: line(120),
		advice: someText(4000),
		named: v.boolean(),
		namedBecause: optionalLine(500)
	}),
	'expertise.invite': v.object({ itemId: anId, expertise: v.picklist(EXPERTISES) }),
	'straight.mark': v.object(aMark),
	'straight.take-back': v.object({ ...aMark, reason: someText(500) }),
	'talk.plan': v.object({
		...atItem,
		...aboutWhom,
		/** Which talk is changed; without it a new one. */
		talkId: v.optional(anId),
		holderId: anId,
		on: aDay,
		helpFrom: optionalLine(120),
		sayFirst: optionalLine(1000)
	}),
	'talk.record': v.object({ ...atItem, talkId: anId, on: aDay, outcome: someText(4000) }),
	/** Not held, for reasons of safety: of a planned talk, or at once. */
	'talk.leave': v.object({
		...atItem,
		...aboutWhom,
		talkId: v.optional(anId),
		because: someText(2000)
	}),
	'pressure.choose': v.object({
		itemId: anId,
		kind: v.picklist(PRESSURE_KINDS),
		what: line(300),
		why: someText(2000),
		carrierId: anId,
		told: someText(1000),
		lookBackOn: aDay,
		agreed: v.literal(true)
	}),
	'pressure.not-now': v.object({ itemId: anId, because: someText(1000) }),
	'pressure.step-down': v.object({
		itemId: anId,
		because: someText(1000),
		agreed: v.literal(true)
	}),
	'weighing.set-questions': v.object({
		organisationId: anId,
		expected,
		framework: optionalLine(120),
		/** In the order of the framework; '' is the standard wording. */
		words: v.pipe(
			v.array(v.pipe(v.string(), v.trim(), v.maxLength(500))),
			v.length(WEIGHING_QUESTIONS.length)
		)
	})
};
