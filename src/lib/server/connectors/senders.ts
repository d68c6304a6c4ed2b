import type { App } from '../app.ts';
import type { ConnectorKind } from '#lib/domain/connector-kind.ts';
import { caldav } from './caldav/caldav.ts';
import type { Sender } from './connector.ts';
import { mail } from './mail/mail.ts';
import { webhook, type WebhookParts } from './webhook/webhook.ts';

/** Who fetches by itself (api) is sent nothing. */
export type Senders = Partial<Record<ConnectorKind, Sender>>;

/** Every way there is to bring news to an organisation; another kind is another folder and a line here. */
export function senders(app: App, parts: Partial<WebhookParts> = {}): Senders {
	const { publicUrl, webhookAllow } = app.settings;
	return {
		caldav: caldav(app, { allow: webhookAllow, ...parts }),
		mail: mail(app),
		webhook: webhook({ publicUrl, allow: webhookAllow, clock: app.clock, ...parts })
	};
}
