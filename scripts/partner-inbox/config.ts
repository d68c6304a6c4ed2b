import { existsSync, readFileSync } from 'node:fs';

/** What the administrator of Casustafel handed over when the connection was made. */
export interface InboxConfig {
	organisation: string;
	signingSecret: string;
	clientId: string;
	clientSecret: string;
}

/** Null as long as there is no connection; read again each time, so that it may come later. */
export function readConfig(file: string): InboxConfig | null {
	if (!existsSync(file)) return null;
	const read: Partial<InboxConfig> = JSON.parse(readFileSync(file, 'utf8'));
	const { organisation, signingSecret, clientId, clientSecret } = read;
	return organisation && signingSecret && clientId && clientSecret
		? { organisation, signingSecret, clientId, clientSecret }
		: null;
}
