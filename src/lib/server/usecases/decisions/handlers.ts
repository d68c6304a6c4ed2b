import type { decisionCommands } from '#lib/protocol/commands/decisions.ts';
import type { Handlers } from '../../commands.ts';
import { fileList } from './file-list.ts';
import { ratify, ratifyWithoutRest } from './ratify.ts';

export const decisionHandlers: Handlers<keyof typeof decisionCommands> = {
	'decisions.ratify': ratify,
	'decisions.ratify-without-rest': ratifyWithoutRest,
	'action-list.filed': fileList
};
