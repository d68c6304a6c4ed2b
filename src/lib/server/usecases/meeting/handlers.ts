import type { meetingCommands } from '#lib/protocol/commands/meeting.ts';
import type { Handlers } from '../../commands.ts';
import { orderBySafety } from './order-by-safety.ts';
import { urgentMeeting } from './urgent-meeting.ts';

export const meetingHandlers: Handlers<keyof typeof meetingCommands> = {
	'meeting.order-by-safety': orderBySafety,
	'meeting.urgent': urgentMeeting
};
