import type { familyCommands } from '#lib/protocol/commands/family.ts';
import type { Lines } from './lines.ts';

export const familyLines: Lines<keyof typeof familyCommands> = {};
