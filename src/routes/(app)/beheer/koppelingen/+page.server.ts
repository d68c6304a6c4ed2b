import { error, fail } from '@sveltejs/kit';
import { connectorList } from '#lib/server/connectors/list.ts';
import { commandForm } from '#lib/server/forms.ts';
import { transact } from '#lib/server/transact.ts';
import { setUpWebhook } from '#lib/server/usecases/connectors/set-up-webhook.ts';
import { testConnector } from '#lib/server/connectors/test-connector.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Connections: for who administers everything, and for an organisation's own administrator. */
export const load: PageServerLoad = async ({ locals }) => {
	const { app, actor } = locals;
	const list = await transact(app, actor, connectorList, 'list-connectors');
	if (!list.ok) error(404);
	return { ...list.value, today: app.clock.now().toISOString() };
};

const text = (data: FormData, name: string) => String(data.get(name) ?? '');

function onConnector(name: 'connector.pause' | 'connector.resume' | 'connector.remove') {
	return async (event: RequestEvent) => {
		const connectorId = text(await event.request.formData(), 'connectorId');
		const outcome = await commandForm(event, name, { connectorId });
		return 'done' in outcome ? { did: name, connectorId } : outcome;
	};
}

export const actions: Actions = {
	async setUp({ locals, request }) {
		const { app, actor } = locals;
		const data = await request.formData();
		const values = { organisationId: text(data, 'organisationId'), url: text(data, 'url') };
		const allow = app.settings.webhookAllow;
		const outcome = await transact(
			app,
			actor,
			(work) => setUpWebhook(work, { ...values, allow }),
			'set-up-connector'
		);
		if (!outcome.ok) return fail(422, { error: outcome.error, values });
		return { secrets: outcome.value };
	},
	async test({ locals, request }) {
		const connectorId = text(await request.formData(), 'connectorId');
		const outcome = await testConnector(locals.app, locals.actor, connectorId);
		if (!outcome.ok) return fail(404, { error: outcome.error, values: {} });
		return { tested: { connectorId, error: outcome.value.ok ? null : outcome.value.error } };
	},
	pause: onConnector('connector.pause'),
	resume: onConnector('connector.resume'),
	remove: onConnector('connector.remove')
};
