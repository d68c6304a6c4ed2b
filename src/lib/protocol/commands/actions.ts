import * as v from 'valibot';
import { aDay, anId, expected, line, optionalLine, someText } from '../fields.ts';

/** An owner chosen in a form without a person is the organisation: the empty choice means nobody. */
const maybePerson = v.optional(
	v.pipe(
		v.union([v.literal(''), anId]),
		v.transform((id) => id || undefined)
	)
);
const aRevision = v.pipe(
	v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))]),
	expected
);
const agreed = {
	title: line(200),
	ownerOrganisationId: anId,
	/** Nobody in person: the organisation decides who takes it. */
	ownerPersonId: maybePerson,
	due: aDay,
	tellTo: optionalLine(120)
};

/** Actions, and the personal calendar feed of them. */
export const actionCommands = {
	'action.propose': v.object({
		itemId: anId,
		...agreed,
		/** The open question of F28 this answers. */
		questionId: v.optional(line(4))
	}),
	'action.change': v.object({ actionId: anId, ...agreed, expected: aRevision }),
	'action.accept': v.object({ actionId: anId }),
	'action.decline': v.object({ actionId: anId, reason: someText(500) }),
	'action.hand-on': v.object({ actionId: anId, personId: anId }),
	'action.start': v.object({ actionId: anId }),
	'action.finish': v.object({ actionId: anId, doneOn: aDay, result: optionalLine(500) }),
	/** "Toch niet gedaan": undoes a finish. */
	'action.reopen': v.object({ actionId: anId }),
	'action.leave-unowned': v.object({ actionId: anId, due: aDay }),
	'action.withdraw': v.object({ actionId: anId, reason: someText(500) }),
	/** A new secret address, by the SHA-256 (base64url) of its secret; an earlier one stops working. */
	'feed.create': v.object({ tokenHash: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)) }),
	'feed.revoke': v.object({})
};
