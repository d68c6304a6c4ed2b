import { decrypt } from '../secret-key.ts';
import type { App } from '../app.ts';
import type { Connector } from '../store/delivery.ts';
import type { Target } from './connector.ts';
import { secretContext } from './secrets.ts';

/** Where a connector's messages go, with its secrets in the clear: for one attempt, kept nowhere. */
export function targetOf(app: App, connector: Connector): Target {
	const open = (sealed: string) => decrypt(app.key, sealed, secretContext(connector.id));
	const overlaps = connector.previousUntil && connector.previousUntil > app.clock.now();
	return {
		connectorId: connector.id,
		organisationId: connector.organisationId,
		url: connector.url,
		settings: connector.settings ?? {},
		secret: connector.secret && open(connector.secret),
		previousSecret: connector.previousSecret && overlaps ? open(connector.previousSecret) : null
	};
}
