import type { groundsCommands } from '#lib/protocol/commands/grounds.ts';
import type { Lines } from './lines.ts';

export const groundsLines: Lines<keyof typeof groundsCommands> = {};
