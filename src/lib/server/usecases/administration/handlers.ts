import type { administrationCommands } from '#lib/protocol/commands/administration.ts';
import type { Handlers } from '../../commands.ts';
import { connectorHandlers } from '../connectors/handlers.ts';
import { addPerson } from './add-person.ts';
import { changePerson } from './change-person.ts';
import {
	disablePerson,
	enablePerson,
	endPersonSessions,
	resetSecondFactor
} from './close-account.ts';
import { invitePerson } from './invite-person.ts';
import {
	addOrganisation,
	archiveOrganisation,
	changeOrganisation,
	restoreOrganisation
} from './organisations.ts';
import { giveSeat, removeSeat } from './seats.ts';
import { addTable, archiveTable, changeTable, restoreTable } from './tables.ts';

export const administrationHandlers: Handlers<keyof typeof administrationCommands> = {
	'person.add': addPerson,
	'person.change': changePerson,
	'person.invite': invitePerson,
	'person.disable': disablePerson,
	'person.enable': enablePerson,
	'person.end-sessions': endPersonSessions,
	'person.reset-second-factor': resetSecondFactor,
	'organisation.add': addOrganisation,
	'organisation.change': changeOrganisation,
	'organisation.archive': archiveOrganisation,
	'organisation.restore': restoreOrganisation,
	'table.add': addTable,
	'table.change': changeTable,
	'table.archive': archiveTable,
	'table.restore': restoreTable,
	'seat.give': giveSeat,
	'seat.remove': removeSeat,
	...connectorHandlers
};
