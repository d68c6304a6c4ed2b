import { fail, type Result } from '#lib/domain/result.ts';
import { createHash } from 'node:crypto';
import type { App } from './app.ts';
import { dayInTheNetherlands } from './days.ts';
import { encrypt } from './secret-key.ts';
import { StorageReadOnly } from './store/disk.ts';
import { repositories } from './store/repositories.ts';
import type { AccessObject, Actor, Topic, Work } from './work.ts';

/** Thrown to roll back; carries the refusal out of the transaction. */
class Refused extends Error {
	readonly outcome: Result<never>;
	constructor(outcome: Result<never>) {
		super('refused');
		this.outcome = outcome;
	}
}

/**
 * Runs `verb` in one write transaction. A failed outcome rolls back and leaves one row in the access
 * log saying that it was refused (NEN 7513: attempts are logged too). Refused while the disk takes no
 * writes: `storage-read-only`, and nothing can be logged.
 */
export async function transact<T>(
	app: App,
	actor: Actor,
	verb: (work: Work) => Promise<Result<T>>,
	event: string
): Promise<Result<T>> {
	try {
		await app.dayTurn.done();
	} catch (error) {
		if (error instanceof StorageReadOnly) return fail('storage-read-only');
		throw error;
	}
	return inTransaction(app, actor, verb, event);
}

/** The same, without waiting for what ends with the day. */
export async function inTransaction<T>(
	app: App,
	actor: Actor,
	verb: (work: Work) => Promise<Result<T>>,
	event: string
): Promise<Result<T>> {
	const touched = new Set<Topic>();
	const subject: { now: AccessObject | null } = { now: null };
	try {
		const outcome = await app.database.write(async (queries) => {
			const store = repositories(queries);
			const work = unitOfWork(app, actor, store, touched, subject);
			const result = await verb(work);
			if (!result.ok) throw new Refused(result);
			return result;
		});
		app.hub.touched(touched);
		if (touched.size > 0) app.outbox.wake();
		return outcome;
	} catch (error) {
		if (error instanceof StorageReadOnly) return fail('storage-read-only');
		if (!(error instanceof Refused)) throw error;
		await logRefusal(app, actor, event, error.outcome, subject.now);
		return error.outcome;
	}
}

function unitOfWork(
	app: App,
	actor: Actor,
	store: Work['store'],
	touched: Set<Topic>,
	subject: { now: AccessObject | null }
): Work {
	const now = app.clock.now();
	return {
		actor,
		store,
		now,
		today: dayInTheNetherlands(now),
		id: () => app.ids.id(),
		number: (below) => app.ids.number(below),
		secret: () => app.ids.secret(),
		hash: sha256,
		encrypt: (plain, context) => encrypt(app.key, plain, context),
		texts: (itemId) => app.hub.rooms.texts(itemId),
		touch: (...topics) => topics.forEach((topic) => touched.add(topic)),
		about: (object) => (subject.now = object),
		log: (entry) => store.log.add(actor, now, entry)
	};
}

async function logRefusal(
	app: App,
	actor: Actor,
	event: string,
	outcome: Result<never>,
	about: AccessObject | null
): Promise<void> {
	await app.database.write((queries) =>
		repositories(queries).log.add(actor, app.clock.now(), {
			objectKind: 'person',
			objectId: actor.personId,
			...about,
			event,
			ground: outcome.ok ? '' : outcome.error,
			outcome: 'refused'
		})
	);
}

export function sha256(text: string): string {
	return createHash('sha256').update(text).digest('base64url');
}
