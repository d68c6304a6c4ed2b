import type { referralsCommands } from '#lib/protocol/commands/referrals.ts';
import { ABSENT } from '../world.ts';
import { atItem, type Lines } from './lines.ts';

const referral = { referralId: ABSENT, expected: 1 };
const stagnation = { stagnationId: ABSENT, expected: 1 };

export const referralsLines: Lines<keyof typeof referralsCommands> = {
	'referral.record': atItem(() => ({ from: 'CJG', to: 'Wijkteam', reason: 'a', on: '2026-11-20' })),
	'referral.answer': atItem(() => ({ ...referral, status: 'accepted' })),
	'referral.start': atItem(() => ({ ...referral, on: '2026-11-20', what: 'Hulp' })),
	'handover.confirm': atItem(() => ({ ...referral, side: 'given', points: ['spoken'] })),
	'stagnation.record': atItem(() => ({ reason: 'other', since: '2026-11-20' })),
	'stagnation.set-alternative': atItem((_, { people }) => ({
		...{ ...stagnation, what: 'a', due: '2026-12-01', ownerId: people.roos.id }
	})),
	'stagnation.look-back': atItem(() => ({ ...stagnation, outcome: 'works' })),
	'missed.record': atItem(() => ({ on: '2026-11-20', withWhom: 'CJG', reason: 'unknown' })),
	'missed.take-back': atItem(() => ({ missedId: ABSENT }))
};
