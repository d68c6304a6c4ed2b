import type { connectorCommands } from '#lib/protocol/commands/connectors.ts';
import type { decisionCommands } from '#lib/protocol/commands/decisions.ts';
import { atItem, type Entry, type Lines, NO_ADMINISTRATOR, OUTSIDE_THE_ITEM } from './lines.ts';

const onDelivery: Entry = {
	about: 'deliveryId',
	// What was told about whom is the table's: an administrator hands nothing over.
	outside: OUTSIDE_THE_ITEM,
	input: ({ deliveryId }) => ({ deliveryId })
};
const onOrganisation = (more: object = {}): Entry => ({
	about: 'organisationId',
	outside: NO_ADMINISTRATOR,
	input: (_, { organisation }) => ({ organisationId: organisation.veiligThuis, ...more })
});

export const connectionsLines: Lines<
	| Exclude<
			keyof typeof connectorCommands,
			'connector.pause' | 'connector.resume' | 'connector.remove' | 'delivery.retry'
	  >
	| Extract<keyof typeof decisionCommands, 'action-list.filed'>
> = {
	'connector.retry-all': {
		about: 'connectorId',
		outside: NO_ADMINISTRATOR,
		input: ({ connectorId }) => ({ connectorId })
	},
	'delivery.hand-over': onDelivery,
	'delivery.take-back': onDelivery,
	'organisation-feed.create': onOrganisation({ tokenHash: 'h'.repeat(43) }),
	'organisation-feed.revoke': onOrganisation(),
	'action-list.filed': atItem(() => ({ version: 1, filed: true }))
};
