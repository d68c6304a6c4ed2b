import { ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Work } from '../../work.ts';
import { mayConnect } from './may-administer.ts';

/**
 * Gives the calendar of an organisation a new secret address; an earlier one ends. Only the hash of the
 * secret comes in, as with one's own calendar.
 */
export async function createOrganisationFeed(
	work: Work,
	{ organisationId, tokenHash }: CheckedInput<'organisation-feed.create'>
): Promise<Result> {
	const allowed = await mayConnect(work, organisationId);
	if (!allowed.ok) return allowed;
	const { connections } = work.store;
	await connections.revokeFeeds(organisationId, work.now);
	await connections.addFeed({
		...{ id: work.id(), organisationId, tokenHash },
		...{ createdOn: work.today, createdBy: work.actor.personId }
	});
	await logFeed(work, 'organisation-feed.create', organisationId);
	return ok();
}

export async function revokeOrganisationFeed(
	work: Work,
	{ organisationId }: CheckedInput<'organisation-feed.revoke'>
): Promise<Result> {
	const allowed = await mayConnect(work, organisationId);
	if (!allowed.ok) return allowed;
	await work.store.connections.revokeFeeds(organisationId, work.now);
	await logFeed(work, 'organisation-feed.revoke', organisationId);
	return ok();
}

async function logFeed(work: Work, event: string, objectId: string): Promise<void> {
	await work.log({ event, objectKind: 'organisation', objectId, ground: 'administrator' });
	work.touch(`person:${work.actor.personId}`);
}
