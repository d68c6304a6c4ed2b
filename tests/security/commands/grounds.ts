import type { groundsCommands } from '#lib/protocol/commands/grounds.ts';
import { atItem, type Lines, OUTSIDE_THE_ITEM } from './lines.ts';

const reasons = { why: 'a', lessWouldDo: 'b', otherWay: 'c', informed: true };

export const groundsLines: Lines<keyof typeof groundsCommands> = {
	'ground.record': atItem((_, { organisation }) => ({
		...{ organisationId: organisation.veiligThuis, ground: 'wmo-2015', expected: 0 }
	})),
	'ground.withdraw': atItem((_, { organisation }) => ({
		...{ organisationId: organisation.veiligThuis, reason: 'a' }
	})),
	'ground.stop-on-consent': atItem(),
	'consent.record': atItem(({ childId }, { caregivers }) => ({
		...{ subjectId: caregivers.mila[0], childIds: [childId], state: 'given' },
		...{ on: '2026-11-24', expected: 0 }
	})),
	'custody.record': atItem(({ childId }, { caregivers }) => ({
		...{ caregiverId: caregivers.mila[0], childIds: [childId], custody: 'no', expected: 0 }
	})),
	'sharing.justify': atItem(() => ({ ...reasons, expected: 0 })),
	'anonymous.ask': atItem(({ childId }, { people }) => ({
		...{ childId, personId: people.jeroen.id, text: 'Wat is hier gewoon?' }
	})),
	'anonymous.answer': {
		about: 'questionId',
		outside: [...OUTSIDE_THE_ITEM, 'hilde', 'roos'],
		input: ({ questionId }) => ({ questionId, answer: 'Dat is gewoon.' })
	},
	'anonymous.withdraw': atItem(({ questionId }) => ({ questionId }))
};
