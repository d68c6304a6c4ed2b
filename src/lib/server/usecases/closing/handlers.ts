import type { closingCommands } from '#lib/protocol/commands/closing.ts';
import type { Handlers } from '../../commands.ts';

export const closingHandlers: Handlers<keyof typeof closingCommands> = {};
