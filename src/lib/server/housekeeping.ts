import type { App } from './app.ts';
import { logError } from './log.ts';
import { repositories } from './store/repositories.ts';

const HOUR = 3_600_000;
/** Long after any client stops sending a command again. */
const COMMANDS_KEPT = 7 * 24 * HOUR;
/** As long as the codes of a day are counted. */
const LINK_VISITS_KEPT = 25 * HOUR;

/** Removes what has served its time: answers to commands, ended sessions and tokens, replaced secrets. */
export async function tidy(app: App): Promise<void> {
	const now = app.clock.now();
	await app.database.write(async (queries) => {
		const store = repositories(queries);
		await store.commands.forgetBefore(new Date(now.getTime() - COMMANDS_KEPT));
		await store.sessions.removeExpired(now);
		await store.apiTokens.forgetExpired(now);
		await store.delivery.forgetPreviousSecrets(now);
		await store.mailLinks.forgetVisitsBefore(new Date(now.getTime() - LINK_VISITS_KEPT));
	});
}

/** Tidies now and every hour, as long as the process lives. */
export function keepTidy(app: App): void {
	const run = () => void tidy(app).catch((error: unknown) => logError('housekeeping', error));
	run();
	setInterval(run, HOUR).unref();
}
