import { FAMILY } from '#lib/domain/case.ts';
import * as v from 'valibot';
import {
	aMonth,
	anId,
	expected,
	line,
	minutes,
	optionalLine,
	someText,
	videoLink
} from '../fields.ts';
import { notJudged } from './meeting.ts';

const child = v.object({ firstName: line(60), birthMonth: aMonth });
const caregiver = v.object({
	firstName: line(60),
	lastName: optionalLine(80),
	relation: line(60)
});

/** The agenda and its items: adding, ordering, inviting, running. */
export const agendaCommands = {
	'meeting.plan': v.object({
		tableId: anId,
		startsAt: v.pipe(v.string(), v.isoTimestamp()),
		minutes,
		place: optionalLine(200),
		videoLink
	}),
	'meeting.change': v.object({
		meetingId: anId,
		startsAt: v.pipe(v.string(), v.isoTimestamp()),
		minutes,
		place: optionalLine(200),
		videoLink
	}),
	'meeting.start': v.object({ meetingId: anId }),
	'meeting.close': v.object({ meetingId: anId }),
	'case.open': v.object({
		tableId: anId,
		children: v.pipe(v.array(child), v.minLength(1), v.maxLength(FAMILY.children)),
		caregivers: v.pipe(v.array(caregiver), v.maxLength(FAMILY.caregivers))
	}),
	'case.change-family': v.object({
		caseId: anId,
		children: v.pipe(
			v.array(v.object({ id: v.optional(anId), ...child.entries })),
			v.minLength(1),
			v.maxLength(FAMILY.children)
		),
		caregivers: v.pipe(
			v.array(v.object({ id: v.optional(anId), ...caregiver.entries })),
			v.maxLength(FAMILY.caregivers)
		)
	}),
	'case.set-dossier-reference': v.object({ caseId: anId, reference: optionalLine(80) }),
	'item.add-case': v.object({
		meetingId: anId,
		caseId: anId,
		reason: someText(500),
		news: someText(500),
		minutes,
		participants: v.pipe(v.array(anId), v.maxLength(40))
	}),
	'item.add-general': v.object({ meetingId: anId, title: line(120), minutes }),
	'item.change': v.object({
		itemId: anId,
		expected,
		title: optionalLine(120),
		reason: optionalLine(500),
		news: optionalLine(500),
		minutes
	}),
	'item.move': v.object({ itemId: anId, by: v.picklist([-1, 1]) }),
	'item.set-minutes': v.object({ itemId: anId, minutes }),
	'item.set-live': v.object({ itemId: anId }),
	'item.conclude': v.object({ itemId: anId }),
	'item.carry-over': v.object({ itemId: anId, meetingId: v.optional(anId), notJudged }),
	'item.remove': v.object({ itemId: anId, notJudged }),
	'item.invite': v.object({ itemId: anId, personId: anId }),
	'item.uninvite': v.object({ itemId: anId, personId: anId }),
	'item.arrive': v.object({ itemId: anId }),
	'item.admit': v.object({ itemId: anId, personId: anId }),
	'item.leave': v.object({ itemId: anId })
};
