import { type Result, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Work } from '../../work.ts';

/**
 * Gives the actor's calendar feed a new secret address; an earlier one ends. Only the hash of the
 * secret comes in: what a command answers is kept to answer it again, and a copy of the database
 * must open no feed.
 */
export async function createFeed(work: Work, input: CheckedInput<'feed.create'>): Promise<Result> {
	const { personId } = work.actor;
	await work.store.people.revokeFeeds(personId, work.now);
	await work.store.people.addFeed({
		id: work.id(),
		personId,
		tokenHash: input.tokenHash,
		createdOn: work.today
	});
	await logFeed(work, 'feed-create');
	return ok();
}

export async function revokeFeed(work: Work): Promise<Result> {
	await work.store.people.revokeFeeds(work.actor.personId, work.now);
	await logFeed(work, 'feed-revoke');
	return ok();
}

async function logFeed(work: Work, event: string): Promise<void> {
	const { personId } = work.actor;
	await work.log({ event, objectKind: 'person', objectId: personId, ground: 'self' });
	work.touch(`person:${personId}`);
}
