import type { closingCommands } from '#lib/protocol/commands/closing.ts';
import { ABSENT } from '../world.ts';
import { atItem, child, type Lines } from './lines.ts';

export const closingLines: Lines<keyof typeof closingCommands> = {
	'contact.record': child({ on: '2026-11-23', how: 'both' }),
	'contact.remove': atItem(() => ({ contactId: ABSENT })),
	'family-change.record': atItem(() => ({ kind: 'move', on: '2026-11-20' })),
	'family-change.not-needed': atItem(() => ({ changeId: ABSENT, because: 'a' })),
	'review.plan': atItem(() => ({ on: '2026-12-08' })),
	'review.drop': atItem(),
	'case.close': atItem((_, { people }) => ({
		...{ staysId: people.yusuf.id, staysUntil: '2027-02-24' },
		...{ followUpOn: '2027-02-24', followUpId: people.yusuf.id }
	})),
	'case.reopen': atItem(() => ({ reason: 'a' })),
	'follow-up.record': atItem(() => ({
		...{ on: '2026-11-23', stillSafe: 'yes', seenBy: 'a', outcome: 'b' }
	}))
};
