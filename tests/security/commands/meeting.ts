import type { meetingCommands } from '#lib/protocol/commands/meeting.ts';
import { atCase, atMeeting, type Lines } from './lines.ts';

export const meetingLines: Lines<keyof typeof meetingCommands> = {
	'meeting.order-by-safety': atMeeting(),
	'meeting.urgent': atCase({ why: 'Zij belde.', participants: [] })
};
