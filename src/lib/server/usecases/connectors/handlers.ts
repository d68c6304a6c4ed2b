import type { connectorCommands } from '#lib/protocol/commands/connectors.ts';
import type { Handlers } from '../../commands.ts';
import { handOverOnPaper, takeBackPaper } from './on-paper.ts';
import { createOrganisationFeed, revokeOrganisationFeed } from './organisation-feed.ts';
import { pause, resume } from './pause.ts';
import { remove } from './remove.ts';
import { retryAll } from './retry-all.ts';
import { retryDelivery } from './retry-delivery.ts';

export const connectorHandlers: Handlers<keyof typeof connectorCommands> = {
	'connector.pause': pause,
	'connector.resume': resume,
	'connector.remove': remove,
	'connector.retry-all': retryAll,
	'delivery.retry': retryDelivery,
	'delivery.hand-over': handOverOnPaper,
	'delivery.take-back': takeBackPaper,
	'organisation-feed.create': createOrganisationFeed,
	'organisation-feed.revoke': revokeOrganisationFeed
};
