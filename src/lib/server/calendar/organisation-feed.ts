import { isOpen } from '#lib/domain/action.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { App } from '../app.ts';
import { repositories } from '../store/repositories.ts';
import { sha256, transact } from '../transact.ts';
import { ACTION_TITLE, calendarOf } from './neutral.ts';

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
			for (const caseId of new Set(open.map((action) => action.caseId)))
				await work.log({
					event: 'read-organisation-feed',
					objectKind: 'case',
					objectId: caseId,
					caseId,
					ground: 'owner'
				});
			return ok(
				calendarOf(
					open.map((action) => ({
						uid: action.id,
						title: ACTION_TITLE,
						url: new URL(`/acties/${action.id}`, app.settings.publicUrl).href,
						stamp: action.updatedAt,
						sequence: action.revision,
						when: { day: action.due }
					}))
				)
			);
		},
		'read-organisation-feed'
	);
}
