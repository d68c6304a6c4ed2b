import { fail } from '#lib/domain/result.ts';
import type { App } from './app.ts';
import { logReads } from './log-reads.ts';
import { type Repositories, repositories } from './store/repositories.ts';
import { transact } from './transact.ts';
import type { AccessEntry, AccessObject, Actor } from './work.ts';

/**
 * Reads for a page: what is read is on the access log before it is answered (no row, no read).
 * Null: not there, or not for this actor; `about` is what the row of that refusal names.
 */
export async function read<T>(
	app: App,
	actor: Actor,
	event: string,
	look: (store: Repositories) => Promise<{ value: T; reads: readonly AccessEntry[] } | null>,
	about?: AccessObject
): Promise<T | null> {
	await app.dayTurn.done();
	const found = await look(repositories(app.database.reader));
	if (found) {
		await logReads(app, actor, found.reads);
		return found.value;
	}
	await transact(
		app,
		actor,
		async (work) => {
			if (about) work.about(about);
			return fail('not-found');
		},
		event
	);
	return null;
}
