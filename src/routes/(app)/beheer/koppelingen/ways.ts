import type { ConnectorKind } from '#lib/domain/connector-kind.ts';
import { m } from '#lib/paraglide/messages.js';

/** The ways to receive actions: what each is called, and what it asks of the organisation and of its IT. */
export const WAYS: Record<ConnectorKind, { name: () => string; asks: () => string }> = {
	mail: { name: () => m.connections_way_mail(), asks: () => m.connections_way_mail_asks() },
	caldav: { name: () => m.connections_way_caldav(), asks: () => m.connections_way_caldav_asks() },
	webhook: {
		name: () => m.connections_way_webhook(),
		asks: () => m.connections_way_webhook_asks()
	},
	api: { name: () => m.connections_way_api(), asks: () => m.connections_way_api_asks() }
};
