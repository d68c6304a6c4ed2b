import type { familyCommands } from '#lib/protocol/commands/family.ts';
import { ABSENT } from '../world.ts';
import { atItem, type Lines } from './lines.ts';

const member = { firstName: 'Truus', relation: 'oma', circle: 'network' };
const seen = { involvementId: ABSENT, expected: ABSENT };

export const familyLines: Lines<keyof typeof familyCommands> = {
	'family.add-member': atItem(() => member),
	'family.change-member': atItem(() => ({ ...member, memberId: ABSENT, expected: ABSENT })),
	'family.remove-member': atItem(() => ({ memberId: ABSENT, expected: ABSENT })),
	'involvement.record': atItem(() => ({ party: 'gp', standing: 'involved' })),
	'involvement.change': atItem(() => ({ party: 'gp', ...seen })),
	'involvement.set-standing': atItem(() => ({ standing: 'ended', ...seen })),
	'involvement.ask': atItem((_, { organisation }) => ({
		...{ party: 'gp', title: 'Navragen wat bekend is', due: '2026-12-02' },
		ownerOrganisationId: organisation.cjg
	})),
	'involvement.children-in-view': atItem(() => ({ answer: 'someone', text: 'Bas', ...seen }))
};
