import type { familyCommands } from '#lib/protocol/commands/family.ts';
import type { Handlers } from '../../commands.ts';

export const familyHandlers: Handlers<keyof typeof familyCommands> = {};
