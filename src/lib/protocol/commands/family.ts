import * as v from 'valibot';
import { PARTIES } from '#lib/domain/involvement.ts';
import { aDay, anId, line, optionalLine } from '../fields.ts';

const member = {
	itemId: anId,
	firstName: line(60),
	relation: line(60),
	circle: v.picklist(['sibling', 'network']),
	strength: optionalLine(160)
};
const party = {
	party: v.picklist(PARTIES),
	name: optionalLine(80),
	/** Ids of children, adults and network; none is the family as a whole. */
	with: v.optional(v.pipe(v.array(anId), v.maxLength(40)), [])
};
const involvement = {
	itemId: anId,
	...party,
	/** One of the system's organisations; '' is none. */
	organisationId: v.optional(v.union([v.literal(''), anId]), ''),
	/** A month, a day, or ''. */
	since: v.optional(v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}(-\d{2})?)?$/)), ''),
	purpose: optionalLine(200),
	contactName: optionalLine(80),
	contactPhone: optionalLine(30)
};
/** The version that the sender saw. */
const seen = { itemId: anId, expected: anId };
const record = { ...seen, involvementId: anId };

/** Who counts for the child, and which parties are involved with the family. */
export const familyCommands = {
	'family.add-member': v.object(member),
	'family.change-member': v.object({ ...member, ...seen, memberId: anId }),
	'family.remove-member': v.object({ ...seen, memberId: anId }),
	'involvement.record': v.object({
		...involvement,
		standing: v.picklist(['involved', 'asked-not-involved'])
	}),
	'involvement.change': v.object({ ...involvement, ...record }),
	'involvement.set-standing': v.object({
		...record,
		standing: v.picklist(['involved', 'asked-not-involved', 'ended', 'taken-back']),
		/** Default: today. */
		on: v.optional(aDay)
	}),
	/** Puts the question out: an action, and a record of it; of a party that has one, that record. */
	'involvement.ask': v.object({
		itemId: anId,
		...party,
		involvementId: v.optional(anId),
		expected: v.optional(anId),
		title: line(200),
		ownerOrganisationId: anId,
		ownerPersonId: v.optional(anId),
		due: aDay
	}),
	'involvement.children-in-view': v.object({
		...record,
		answer: v.picklist(['someone', 'not-needed']),
		text: line(160)
	})
};
