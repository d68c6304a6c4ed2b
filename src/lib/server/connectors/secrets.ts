import type { Work } from '../work.ts';

/** Where a connector's secret belongs: sealed for one connector, it opens for no other. */
export const secretContext = (connectorId: string) => `connector:${connectorId}`;

export interface NewSecrets {
	/** `whsec_` and base64, as Standard Webhooks prescribes; 192 bits. */
	signingSecret: string;
	/** With this the organisation's system sends status back; recognisable when it leaks. */
	apiKey: string;
}

export function newSecrets(work: Work): NewSecrets {
	const signing = Buffer.from(work.secret(), 'base64url').toString('base64');
	return { signingSecret: `whsec_${signing}`, apiKey: `ctk_${work.secret()}` };
}
