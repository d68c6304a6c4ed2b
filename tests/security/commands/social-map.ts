import type { socialMapCommands } from '#lib/protocol/commands/social-map.ts';
import { type Input, type Lines, NO_ADMINISTRATOR } from './lines.ts';

const party = { name: 'Nieuw', kind: 'housing', offers: ['Een huis'] };
const seen = { expected: 1 };
const kept = (input: Input) => ({ about: 'partyId', outside: NO_ADMINISTRATOR, input });

/** Everyone may read the map; to who does not keep a party, changing it is as changing one that is not there. */
export const socialMapLines: Lines<keyof typeof socialMapCommands> = {
	'party.add': {
		about: 'organisationId',
		outside: NO_ADMINISTRATOR,
		input: (_, { organisation }) => ({ ...party, organisationId: organisation.veiligThuis })
	},
	'party.change': kept(({ partyId }) => ({ partyId, ...seen, ...party })),
	'party.reviewed': kept(({ partyId }) => ({ partyId, ...seen })),
	'party.remove': kept(({ partyId }) => ({ partyId, ...seen })),
	'party.change-contact': kept(({ partyId }) => ({
		...{ partyId, ...seen, role: 'contact', name: 'Anders' }
	})),
	'party.remove-photo': kept(({ partyId }) => ({ partyId, ...seen, role: 'contact' }))
};
