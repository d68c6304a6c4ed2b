import type { coordinationCommands } from '#lib/protocol/commands/coordination.ts';
import type { Handlers } from '../../commands.ts';
import { addFamilyAction, settleFamilyAction } from './family-actions.ts';
import { answerEscalation, recordEscalation } from './escalations.ts';
import { setMandate } from './mandate.ts';
import { confirmReceipt, recordReceipt } from './watch-receipt.ts';
import { askFamily, helpNotStarted, helpStarted } from './family.ts';
import { acceptRole, askForRole, declineRole, handBackRole } from './roles.ts';

export const coordinationHandlers: Handlers<keyof typeof coordinationCommands> = {
	'coordination.ask-family': askFamily,
	'coordination.help-started': helpStarted,
	'coordination.help-not-started': helpNotStarted,
	'role.ask': askForRole,
	'role.accept': acceptRole,
	'role.decline': declineRole,
	'role.hand-back': handBackRole,
	'role.set-mandate': setMandate,
	'watch.confirm-receipt': confirmReceipt,
	'watch.record-receipt': recordReceipt,
	'escalation.record': recordEscalation,
	'escalation.answer': answerEscalation,
	'family-action.add': addFamilyAction,
	'family-action.settle': settleFamilyAction
};
