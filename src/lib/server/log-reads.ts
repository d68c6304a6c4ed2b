import type { App } from './app.ts';
import { repositories } from './store/repositories.ts';
import type { AccessEntry, Actor } from './work.ts';

/**
 * Puts what is about to be shown on the access log, and resolves when that is on disk: no row, no read.
 * It takes no turn among the writes of records.
 */
export async function logReads(
	app: App,
	actor: Actor,
	reads: readonly AccessEntry[]
): Promise<void> {
	if (reads.length === 0) return;
	const { log } = repositories(app.database.reader);
	const now = app.clock.now();
	await app.database.append(reads.map((entry) => log.row(actor, now, entry)));
}
