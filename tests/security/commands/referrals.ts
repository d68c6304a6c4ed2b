import type { referralsCommands } from '#lib/protocol/commands/referrals.ts';
import type { Lines } from './lines.ts';

export const referralsLines: Lines<keyof typeof referralsCommands> = {};
