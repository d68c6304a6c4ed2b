import { ORGANISATION_KINDS } from '#lib/domain/organisation.ts';
import * as v from 'valibot';
import { aDay, anId, expected, line, optionalLine } from '../fields.ts';

const years = v.optional(
	v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(27))),
	null
);
const maybeDay = v.optional(v.nullable(aDay), null);
const maybeId = v.optional(v.nullable(anId), null);
/** As people write it; it also becomes a link to call. */
const phone = v.optional(
	v.pipe(v.string(), v.trim(), v.maxLength(30), v.regex(/^(?:\+?\d[\d\s()-]*)?$/)),
	''
);
const email = v.optional(
	v.pipe(
		v.string(),
		v.trim(),
		v.maxLength(254),
		v.check((text) => text === '' || v.is(v.pipe(v.string(), v.email()), text))
	),
	''
);
const reachable = { name: line(120), function: optionalLine(160), phone, email };
const contact = v.optional(v.nullable(v.object({ personId: maybeId, ...reachable })), null);
const role = v.picklist(['contact', 'liaison']);

const party = {
	name: line(120),
	kind: v.picklist(ORGANISATION_KINDS),
	organisationId: maybeId,
	offers: v.pipe(v.array(line(160)), v.minLength(1), v.maxLength(12)),
	ageFrom: years,
	ageTo: years,
	contractFrom: maybeDay,
	contractUntil: maybeDay,
	waiting: optionalLine(80),
	waitingOn: maybeDay,
	contact,
	liaison: contact
};

/** Parties of the municipality, what they offer and who to call there. None of it touches a case. */
export const socialMapCommands = {
	'party.add': v.object(party),
	'party.change': v.object({ partyId: anId, expected, ...party }),
	/** "Nagekeken": all of it still holds. */
	'party.reviewed': v.object({ partyId: anId, expected }),
	'party.remove': v.object({ partyId: anId, expected }),
	/** By the contact person himself, or by who keeps the party. */
	'party.change-contact': v.object({ partyId: anId, role, expected, ...reachable }),
	'party.remove-photo': v.object({ partyId: anId, role, expected })
};
