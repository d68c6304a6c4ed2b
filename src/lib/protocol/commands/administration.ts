import { MEETING_FORMATS } from '#lib/domain/format.ts';
import { ORGANISATION_KINDS } from '#lib/domain/organisation.ts';
import * as v from 'valibot';
import { anId, line, minutes, optionalLine } from '../fields.ts';
import { connectorCommands } from './connectors.ts';

const email = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254), v.email());
/** The one-time link's secret never comes this way: only its hash is sent and kept. */
const tokenHash = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

const person = {
	organisationId: anId,
	name: line(120),
	function: line(120),
	email,
	phone: optionalLine(40),
	administers: v.picklist(['nothing', 'organisation', 'everything'])
};
const organisation = {
	name: line(120),
	kind: v.picklist(ORGANISATION_KINDS),
	underMeldcode: v.boolean(),
	requireSecondFactor: v.boolean()
};

/** People, organisations, tables and seats: one line a verb. None of them touches a case. */
export const administrationCommands = {
	'person.add': v.object({ ...person, tokenHash }),
	'person.change': v.object({ personId: anId, ...person }),
	'person.invite': v.object({ personId: anId, tokenHash }),
	'person.disable': v.object({ personId: anId }),
	'person.enable': v.object({ personId: anId }),
	'person.end-sessions': v.object({ personId: anId }),
	'person.reset-second-factor': v.object({ personId: anId }),
	'organisation.add': v.object(organisation),
	'organisation.change': v.object({ organisationId: anId, ...organisation }),
	'organisation.archive': v.object({ organisationId: anId }),
	'organisation.restore': v.object({ organisationId: anId }),
	'table.add': v.object({ name: line(120), format: v.picklist(MEETING_FORMATS) }),
	'table.change': v.object({ tableId: anId, name: line(120), minutes, minutesPerCase: minutes }),
	'table.archive': v.object({ tableId: anId }),
	'table.restore': v.object({ tableId: anId }),
	'seat.give': v.object({
		tableId: anId,
		personId: anId,
		role: v.picklist(['chair', 'deputy', 'member']),
		remote: v.boolean()
	}),
	'seat.remove': v.object({ tableId: anId, personId: anId }),
	...connectorCommands
};
