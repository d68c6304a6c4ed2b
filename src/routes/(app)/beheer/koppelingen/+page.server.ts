import { error, fail } from '@sveltejs/kit';
import type { CommandName } from '#lib/protocol/commands.ts';
import { feedAddress } from '#lib/server/calendar/feed-address.ts';
import { connectorList } from '#lib/server/connectors/list.ts';
import { testConnector } from '#lib/server/connectors/test-connector.ts';
import { commandForm } from '#lib/server/forms.ts';
import { sha256, transact } from '#lib/server/transact.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Work } from '#lib/server/work.ts';
import { replaceClientSecret } from '#lib/server/usecases/connectors/replace-client-secret.ts';
import { rotateSecret } from '#lib/server/usecases/connectors/rotate-secret.ts';
import type { ShownSecrets } from './secrets.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Connections: for who administers everything, and for an organisation's own administrator. */
export const load: PageServerLoad = async ({ locals }) => {
	const { app, actor } = locals;
	const list = await transact(app, actor, connectorList, 'list-connectors');
	if (!list.ok) error(404);
	return { ...list.value, own: actor.organisationId, today: app.clock.now().toISOString() };
};

const text = (data: FormData, name: string) => String(data.get(name) ?? '');

/** A command on what `field` names; what was done is said at the connection itself. */
function on(name: CommandName, field: 'connectorId' | 'deliveryId' | 'organisationId') {
	return async (event: RequestEvent) => {
		const data = await event.request.formData();
		const outcome = await commandForm(event, name, { [field]: text(data, field) });
		if (!('done' in outcome)) return outcome;
		return { did: name, connectorId: text(data, 'connectorId') };
	};
}

/** No command: the outcome of a command is kept for who repeats it, and a secret may be kept nowhere in the clear. */
function replacing<Fresh extends ShownSecrets>(
	replace: (work: Work, of: { connectorId: string }) => Promise<Result<Fresh>>,
	event: string
) {
	return async ({ locals, request }: RequestEvent) => {
		const connectorId = text(await request.formData(), 'connectorId');
		const outcome = await transact(
			locals.app,
			locals.actor,
			(work) => replace(work, { connectorId }),
			event
		);
		if (!outcome.ok) return fail(404, { error: outcome.error, values: { connectorId } });
		const fresh: ShownSecrets = outcome.value;
		return { fresh: { connectorId, ...fresh } };
	};
}

export const actions: Actions = {
	async test({ locals, request }) {
		const connectorId = text(await request.formData(), 'connectorId');
		const outcome = await testConnector(locals.app, locals.actor, connectorId);
		if (!outcome.ok) return fail(404, { error: outcome.error, values: { connectorId } });
		return { tested: { connectorId, error: outcome.value.ok ? null : outcome.value.error } };
	},
	rotate: replacing(rotateSecret, 'rotate-secret'),
	replaceClientSecret: replacing(replaceClientSecret, 'replace-client-secret'),
	/** The secret is made here and shown once; only its hash becomes part of a command. */
	async createFeed(event) {
		const { app } = event.locals;
		const organisationId = text(await event.request.formData(), 'organisationId');
		const secret = app.ids.secret();
		const outcome = await commandForm(event, 'organisation-feed.create', {
			organisationId,
			tokenHash: sha256(secret)
		});
		if (!('done' in outcome)) return fail(outcome.status, outcome.data);
		const address = feedAddress(secret, 'organisation', app.settings.publicUrl).href;
		return { feed: { organisationId, address } };
	},
	revokeFeed: on('organisation-feed.revoke', 'organisationId'),
	pause: on('connector.pause', 'connectorId'),
	resume: on('connector.resume', 'connectorId'),
	remove: on('connector.remove', 'connectorId'),
	retryAll: on('connector.retry-all', 'connectorId'),
	retry: on('delivery.retry', 'deliveryId')
};
