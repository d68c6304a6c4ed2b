import { error, fail } from '@sveltejs/kit';
import { CONNECTOR_KINDS } from '#lib/domain/connector-kind.ts';
import type { Result } from '#lib/domain/result.ts';
import { findLists } from '#lib/server/connectors/caldav/find-lists.ts';
import { connectorList } from '#lib/server/connectors/list.ts';
import { transact } from '#lib/server/transact.ts';
import { setUp } from '#lib/server/usecases/connectors/set-up.ts';
import { setUpApi } from '#lib/server/usecases/connectors/set-up-api.ts';
import { setUpMail } from '#lib/server/usecases/connectors/set-up-mail.ts';
import { setUpTaskList } from '#lib/server/usecases/connectors/set-up-task-list.ts';
import { setUpWebhook } from '#lib/server/usecases/connectors/set-up-webhook.ts';
import { mayConnect } from '#lib/server/usecases/connectors/may-administer.ts';
import type { Work } from '#lib/server/work.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Setting a connection up, guided: first how, then what that way needs. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { app, actor } = locals;
	const list = await transact(app, actor, connectorList, 'list-connectors');
	if (!list.ok) error(404);
	const asked = url.searchParams.get('manier');
	return {
		organisations: list.value.organisations.map(({ id, name }) => ({ id, name })),
		way: CONNECTOR_KINDS.find((kind) => kind === asked) ?? null,
		hasMail: app.mailer !== null,
		apiAddress: new URL('/api/v1', app.settings.publicUrl).href
	};
};

type Typed = Record<'organisationId' | 'address' | 'url' | 'username' | 'list', string>;

/** What was typed, without the password: that goes back to nobody. */
function typedIn(data: FormData): Typed {
	const text = (name: keyof Typed) => String(data.get(name) ?? '').trim();
	return {
		...{ organisationId: text('organisationId'), address: text('address') },
		...{ url: text('url'), username: text('username'), list: text('list') }
	};
}

/** One way: sets it up, refuses the same address twice, and sends what waited. */
function way<T extends { connectorId: string }>(
	make: (event: RequestEvent, work: Work, typed: Typed, password: string) => Promise<Result<T>>
) {
	return async (event: RequestEvent) => {
		const { app, actor } = event.locals;
		const data = await event.request.formData();
		const typed = typedIn(data);
		const password = String(data.get('password') ?? '');
		const outcome = await transact(
			app,
			actor,
			(work) => setUp(work, make(event, work, typed, password)),
			'set-up-connector'
		);
		if (!outcome.ok) return fail(422, { error: outcome.error, values: typed });
		return { made: { ...outcome.value } };
	};
}

export const actions: Actions = {
	mail: way(({ locals: { app } }, work, { organisationId, address }) =>
		setUpMail(work, { organisationId, address, hasMail: app.mailer !== null })
	),
	webhook: way(({ locals: { app } }, work, { organisationId, url }) =>
		setUpWebhook(work, { organisationId, url, allow: app.settings.webhookAllow })
	),
	api: way((_event, work, { organisationId }) => setUpApi(work, { organisationId })),
	taskList: way(({ locals: { app } }, work, { organisationId, list, username }, password) =>
		setUpTaskList(work, {
			...{ organisationId, url: list, username, password },
			allow: app.settings.webhookAllow
		})
	),
	/** Asks their server which lists there are; nothing of it is kept. */
	async find({ locals, request }) {
		const { app, actor } = locals;
		const data = await request.formData();
		const values = typedIn(data);
		const password = String(data.get('password') ?? '');
		const may = await transact(
			app,
			actor,
			(work) => mayConnect(work, values.organisationId),
			'find-task-lists'
		);
		if (!may.ok) return fail(404, { error: may.error, values });
		const found = await findLists(app, { url: values.url, username: values.username, password });
		if (!found.ok) return fail(422, { error: found.error, values });
		if (found.value.length === 0) return fail(422, { error: 'no-lists-found', values });
		return { lists: found.value, values };
	}
};
