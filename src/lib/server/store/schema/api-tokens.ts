import { id, index, moment, string, table } from '../columns.ts';
import { connectors } from './delivery.ts';

/** What an organisation's system shows to be let in for a while; only its hash is kept. */
export const apiTokens = table(
	'api_tokens',
	{
		/** SHA-256 of the token. */
		hash: string('hash').primaryKey(),
		connectorId: id('connector_id')
			.notNull()
			.references(() => connectors.id),
		expiresAt: moment('expires_at').notNull()
	},
	(t) => [index('api_tokens_connector').on(t.connectorId)]
);
