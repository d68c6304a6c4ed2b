import * as v from 'valibot';
import { anId } from '../fields.ts';

/** Connections of organisations and what goes over them. Setting one up shows secrets, so it is no command. */
export const connectorCommands = {
	'connector.pause': v.object({ connectorId: anId }),
	'connector.resume': v.object({ connectorId: anId }),
	'connector.remove': v.object({ connectorId: anId }),
	/** Try a parked delivery again. */
	'delivery.retry': v.object({ deliveryId: anId })
};
