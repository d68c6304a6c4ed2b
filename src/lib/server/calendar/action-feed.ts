import { isOpen } from '#lib/domain/action.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { App } from '../app.ts';
import { transact } from '../transact.ts';
import { sha256 } from '../transact.ts';
import { repositories } from '../store/repositories.ts';
import { actionCalendar } from './action-calendar.ts';

const EVENT = 'read-calendar-feed';

/**
 * The calendar of one person's open actions, by the secret in its address. A revoked, unknown or
 * somebody's who can't sign in any more: `not-found`. Each case in it counts as read.
 */
export async function actionFeed(
	app: App,
	secret: string,
	address: string
): Promise<Result<string>> {
	const store = repositories(app.database.reader);
	const feed = await store.people.feed(sha256(secret));
	const owner = feed && (await store.people.find(feed.personId));
	if (!owner || owner.person.disabledAt) return fail('not-found');
	const actor = {
		personId: owner.person.id,
		organisationId: owner.organisation.id,
		administers: 'nothing' as const,
		client: 'calendar-feed',
		address
	};
	return transact(
		app,
		actor,
		async (work) => {
			// Again, inside the transaction: revoked means from now on.
			if (!(await work.store.people.feed(work.hash(secret)))) return fail('not-found');
			const all = await work.store.actions.ofPerson(actor.personId, actor.organisationId);
			const open = all.filter((action) => isOpen(action.status));
			return ok(await actionCalendar(work, open, EVENT, app.settings.publicUrl));
		},
		EVENT
	);
}
