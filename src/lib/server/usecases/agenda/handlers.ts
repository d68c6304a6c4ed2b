import type { agendaCommands } from '#lib/protocol/commands/agenda.ts';
import type { Handlers } from '../../commands.ts';
import { addCaseItem } from './add-case-item.ts';
import { addGeneralItem } from './add-general-item.ts';
import { admit } from './admit.ts';
import { arrive } from './arrive.ts';
import { carryOverItem } from './carry-over-item.ts';
import { changeFamily } from './change-family.ts';
import { changeItem, setMinutes } from './change-item.ts';
import { changeMeeting, planMeeting } from './plan-meeting.ts';
import { closeMeeting } from './close-meeting.ts';
import { concludeItem } from './conclude-item.ts';
import { invite, uninvite } from './invite.ts';
import { leaveItem } from './leave-item.ts';
import { moveItem } from './move-item.ts';
import { openCase } from './open-case.ts';
import { removeItem } from './remove-item.ts';
import { setDossierReference } from './set-dossier-reference.ts';
import { setItemLive } from './set-item-live.ts';
import { startMeeting } from './start-meeting.ts';

export const agendaHandlers: Handlers<keyof typeof agendaCommands> = {
	'meeting.plan': planMeeting,
	'meeting.change': changeMeeting,
	'meeting.start': startMeeting,
	'meeting.close': closeMeeting,
	'case.open': openCase,
	'case.change-family': changeFamily,
	'case.set-dossier-reference': setDossierReference,
	'item.add-case': addCaseItem,
	'item.add-general': addGeneralItem,
	'item.change': changeItem,
	'item.move': moveItem,
	'item.set-minutes': setMinutes,
	'item.set-live': setItemLive,
	'item.conclude': concludeItem,
	'item.carry-over': carryOverItem,
	'item.remove': removeItem,
	'item.invite': invite,
	'item.uninvite': uninvite,
	'item.arrive': arrive,
	'item.admit': admit,
	'item.leave': leaveItem
};
