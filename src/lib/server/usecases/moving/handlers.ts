import type { movingCommands } from '#lib/protocol/commands/moving.ts';
import type { Handlers } from '../../commands.ts';
import { confirmPoint } from './confirm.ts';
import { moveCase, takeBack } from './move-case.ts';
import { receiveMove, returnMove } from './receive.ts';

export const movingHandlers: Handlers<keyof typeof movingCommands> = {
	'case.move': moveCase,
	'move.take-back': takeBack,
	'move.receive': receiveMove,
	'move.return': returnMove,
	'move.confirm': confirmPoint
};
