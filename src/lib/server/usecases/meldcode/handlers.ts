import type { meldcodeStepsCommands } from '#lib/protocol/commands/meldcode.ts';
import type { Handlers } from '../../commands.ts';

export const meldcodeStepsHandlers: Handlers<keyof typeof meldcodeStepsCommands> = {};
