import * as v from 'valibot';
import { anId } from '../fields.ts';

/** Connections of organisations and what goes over them. Setting one up shows secrets, so it is no command. */
export const connectorCommands = {
	'connector.pause': v.object({ connectorId: anId }),
	'connector.resume': v.object({ connectorId: anId }),
	'connector.remove': v.object({ connectorId: anId }),
	/** Try all its parked deliveries again. */
	'connector.retry-all': v.object({ connectorId: anId }),
	/** Try a parked delivery again. */
	'delivery.retry': v.object({ deliveryId: anId }),
	/** Chair or deputy: "Op papier overhandigd", and back. */
	'delivery.hand-over': v.object({ deliveryId: anId }),
	'delivery.take-back': v.object({ deliveryId: anId }),
	/** A new secret address for an organisation's calendar, by the SHA-256 (base64url) of its secret. */
	'organisation-feed.create': v.object({
		organisationId: anId,
		tokenHash: v.pipe(v.string(), v.regex(/^[\w-]{43}$/))
	}),
	'organisation-feed.revoke': v.object({ organisationId: anId })
};
