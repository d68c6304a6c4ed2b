import type { groundsCommands } from '#lib/protocol/commands/grounds.ts';
import type { Handlers } from '../../commands.ts';

export const groundsHandlers: Handlers<keyof typeof groundsCommands> = {};
