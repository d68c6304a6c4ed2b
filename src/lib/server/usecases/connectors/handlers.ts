import type { connectorCommands } from '#lib/protocol/commands/connectors.ts';
import type { Handlers } from '../../commands.ts';
import { pause, resume } from './pause.ts';
import { remove } from './remove.ts';
import { retryDelivery } from './retry-delivery.ts';

export const connectorHandlers: Handlers<keyof typeof connectorCommands> = {
	'connector.pause': pause,
	'connector.resume': resume,
	'connector.remove': remove,
	'delivery.retry': retryDelivery
};
