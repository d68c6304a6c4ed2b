/** Fills an empty DATA_DIR with Noorderveld: invented people, and a CJG intake meeting under way. */
import { openApp } from '#lib/server/app.ts';
import { fillDemo } from '#lib/server/demo/fill-demo.ts';
import { readSettings } from '#lib/server/settings.ts';

const app = openApp(readSettings(process.env));
try {
	await fillDemo(app);
} finally {
	await app.close();
}
