import { type App, openApp } from './app.ts';
import { keepTidy } from './housekeeping.ts';
import { keepReminding } from './mail/keep-reminding.ts';
import { readSettings } from './settings.ts';

const PLACE = Symbol.for('casustafel.app');

/**
 * The one app of this process. Vite loads server modules twice in development, so it is pinned on
 * `globalThis`: two apps would be two hubs that do not hear each other.
 */
export function runningApp(): App {
	const pinned: App | undefined = Reflect.get(globalThis, PLACE);
	if (pinned) return pinned;
	const app = openApp(readSettings(process.env));
	Reflect.set(globalThis, PLACE, app);
	app.outbox.start();
	app.taskLists.start();
	keepTidy(app);
	keepReminding(app);
	return app;
}
