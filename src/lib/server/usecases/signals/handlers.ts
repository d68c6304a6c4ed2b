import type { signalsCommands } from '#lib/protocol/commands/signals.ts';
import type { Handlers } from '../../commands.ts';

export const signalsHandlers: Handlers<keyof typeof signalsCommands> = {};
