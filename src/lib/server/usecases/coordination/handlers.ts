import type { coordinationCommands } from '#lib/protocol/commands/coordination.ts';
import type { Handlers } from '../../commands.ts';
import { askFamily, helpNotStarted, helpStarted } from './family.ts';
import { acceptRole, askForRole, declineRole, handBackRole } from './roles.ts';

export const coordinationHandlers: Handlers<keyof typeof coordinationCommands> = {
	'coordination.ask-family': askFamily,
	'coordination.help-started': helpStarted,
	'coordination.help-not-started': helpNotStarted,
	'role.ask': askForRole,
	'role.accept': acceptRole,
	'role.decline': declineRole,
	'role.hand-back': handBackRole
};
