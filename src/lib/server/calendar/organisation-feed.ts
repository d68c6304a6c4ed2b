import { isOpen } from '#lib/domain/action.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { App } from '../app.ts';
import { repositories } from '../store/repositories.ts';
import { sha256, transact } from '../transact.ts';
import { actionCalendar } from './action-calendar.ts';

const EVENT = 'read-organisation-feed';

/**
 * The calendar of an organisation's open actions, by the secret in its address: the last days, each with a
 * neutral title and a link that asks to sign in. Revoked, unknown or of an organisation that takes part no
 * more: `not-found`. Each case in it counts as read, for the organisation and in nobody's name.
 */
export async function organisationFeed(
	app: App,
	secret: string,
	address: string
): Promise<Result<string>> {
	const store = repositories(app.database.reader);
	const feed = await store.connections.feed(sha256(secret));
	const organisation = feed && (await store.people.organisation(feed.organisationId));
	if (!organisation || organisation.archivedAt) return fail('not-found');
	const actor = {
		personId: feed.id,
		organisationId: organisation.id,
		administers: 'nothing' as const,
		client: 'organisation-feed',
		address
	};
	return transact(
		app,
		actor,
		async (work) => {
			// Again, inside the transaction: revoked means from now on.
			if (!(await work.store.connections.feed(work.hash(secret)))) return fail('not-found');
			const all = await work.store.actions.ofOrganisation(organisation.id);
			const open = all.filter(({ status }) => isOpen(status) && status !== 'unowned');
			return ok(await actionCalendar(work, open, EVENT, app.settings.publicUrl));
		},
		EVENT
	);
}
