import type { movingCommands } from '#lib/protocol/commands/moving.ts';
import { atItem, type Input, type Lines } from './lines.ts';

/** A move to the intake waits there: it exists for Hilde and Yusuf, who run that table, and for nobody else. */
const arrived = (input: Input) => ({
	about: 'moveId',
	outside: ['roos', 'nadia', 'wim', 'jeroen', 'karel', 'petra', 'bas'] as const satisfies string[],
	input
});

export const movingLines: Lines<keyof typeof movingCommands> = {
	'case.move': atItem((_, { table }) => ({
		...{ tableId: table.zat, reason: 'a', lines: [{ key: 'watch', hash: 'h'.repeat(43) }] }
	})),
	'move.take-back': atItem(({ moveId }) => ({ moveId })),
	'move.receive': arrived(({ moveId, meetingId }) => ({
		...{ moveId, meetingId, inviteTable: true, inviteMover: true }
	})),
	'move.return': arrived(({ moveId }) => ({ moveId, reason: 'a' })),
	'move.confirm': atItem(({ moveId }) => ({ moveId, point: 'spoken', done: true }))
};
