import { fail, type Result } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';

export interface ClientCredentials {
	connectorId: string;
	/** OAuth 2.0 client credentials (RFC 6749, 4.4); the secret is shown this once. */
	clientId: string;
	clientSecret: string;
}

/** Lets an organisation's system fetch its actions itself. */
export async function setUpApi(
	_work: Work,
	_input: { organisationId: string }
): Promise<Result<ClientCredentials>> {
	return fail('not-found');
}
