import { fail, ok } from '#lib/domain/result.ts';
import type { App } from './app.ts';
import type { Repositories } from './store/repositories.ts';
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
	const outcome = await transact(
		app,
		actor,
		async (work) => {
			if (about) work.about(about);
			const found = await look(work.store);
			if (!found) return fail('not-found');
			for (const entry of found.reads) await work.log(entry);
			return ok(found.value);
		},
		event
	);
	return outcome.ok ? outcome.value : null;
}
