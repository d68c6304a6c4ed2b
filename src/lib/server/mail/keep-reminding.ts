import type { App } from '../app.ts';
import { logError } from '../log.ts';
import { remind } from './remind.ts';

const TEN_MINUTES = 600_000;

/** Reminds now and every ten minutes, as long as the process lives; never twice at once. */
export function keepReminding(app: App): void {
	if (!app.mailer) return;
	let running: Promise<void> = Promise.resolve();
	const run = () => {
		running = running
			.then(() => remind(app))
			.catch((error: unknown) => logError('reminders', error));
	};
	run();
	setInterval(run, TEN_MINUTES).unref();
}
