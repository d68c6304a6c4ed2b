import type { meldcodeStepsCommands } from '#lib/protocol/commands/meldcode.ts';
import type { Lines } from './lines.ts';

export const meldcodeStepsLines: Lines<keyof typeof meldcodeStepsCommands> = {};
