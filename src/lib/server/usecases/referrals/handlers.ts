import type { referralsCommands } from '#lib/protocol/commands/referrals.ts';
import type { Handlers } from '../../commands.ts';

export const referralsHandlers: Handlers<keyof typeof referralsCommands> = {};
