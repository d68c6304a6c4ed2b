import type { Work } from '../work.ts';

/** Where a connector's secret belongs: sealed for one connector, it opens for no other. */
export const secretContext = (connectorId: string) => `connector:${connectorId}`;

/** `whsec_` and base64, as Standard Webhooks prescribes; 192 bits. */
export function newSigningSecret(work: Work): string {
	return `whsec_${Buffer.from(work.secret(), 'base64url').toString('base64')}`;
}

/** With this the organisation's system asks for a token; recognisable when it leaks. 192 bits. */
export function newClientSecret(work: Work): string {
	return `cts_${work.secret()}`;
}
