import type { signalsCommands } from '#lib/protocol/commands/signals.ts';
import type { Lines } from './lines.ts';

export const signalsLines: Lines<keyof typeof signalsCommands> = {};
