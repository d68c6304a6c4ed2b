import type { closingCommands } from '#lib/protocol/commands/closing.ts';
import type { Lines } from './lines.ts';

export const closingLines: Lines<keyof typeof closingCommands> = {};
