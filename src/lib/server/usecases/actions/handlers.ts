import type { actionCommands } from '#lib/protocol/commands/actions.ts';
import type { Handlers } from '../../commands.ts';
import { accept, decline, finish, leaveUnowned, reopen, start, withdraw } from './answer.ts';
import { change } from './change.ts';
import { createFeed, revokeFeed } from './feed.ts';
import { handOn } from './hand-on.ts';
import { propose } from './propose.ts';

export const actionHandlers: Handlers<keyof typeof actionCommands> = {
	'action.propose': propose,
	'action.change': change,
	'action.accept': accept,
	'action.decline': decline,
	'action.hand-on': handOn,
	'action.start': start,
	'action.finish': finish,
	'action.reopen': reopen,
	'action.leave-unowned': leaveUnowned,
	'action.withdraw': withdraw,
	'feed.create': createFeed,
	'feed.revoke': revokeFeed
};
