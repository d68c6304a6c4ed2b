import type { referralsCommands } from '#lib/protocol/commands/referrals.ts';
import type { Handlers } from '../../commands.ts';
import { confirmHandover } from './hand-over.ts';
import { recordMissed, takeBackMissed } from './missed.ts';
import { answerReferral, recordReferral, startReferral } from './refer.ts';
import { lookBack, recordStagnation, setAlternative } from './stagnation.ts';

export const referralsHandlers: Handlers<keyof typeof referralsCommands> = {
	'referral.record': recordReferral,
	'referral.answer': answerReferral,
	'referral.start': startReferral,
	'handover.confirm': confirmHandover,
	'stagnation.record': recordStagnation,
	'stagnation.set-alternative': setAlternative,
	'stagnation.look-back': lookBack,
	'missed.record': recordMissed,
	'missed.take-back': takeBackMissed
};
