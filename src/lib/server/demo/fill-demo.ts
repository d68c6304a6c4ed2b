import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../app.ts';
import { hashPassword } from '../auth/passwords.ts';
import { transact } from '../transact.ts';
import { setUpWebhook } from '../usecases/connectors/set-up-webhook.ts';
import { noorderveld } from './noorderveld.ts';
import { deWitBakkerInProgress } from './de-wit-bakker.ts';
import { earlierActions } from './earlier-actions.ts';
import { sharing } from './sharing.ts';

/** The password of everyone in the demo; there is none like it anywhere else. */
export const DEMO_PASSWORD = 'noorderveld-demo';

/** Fills an empty database; the meeting is under way, and the partner's inbox knows its keys. */
export async function fillDemo(app: App): Promise<void> {
	const world = await noorderveld(app, await hashPassword(DEMO_PASSWORD));
	if (app.settings.partnerInboxUrl) {
		const connected = await transact(
			app,
			world.actor('petra'),
			(work) =>
				setUpWebhook(work, {
					organisationId: world.organisation.ggd,
					url: new URL('/webhook', app.settings.partnerInboxUrl ?? '').href,
					allow: app.settings.webhookAllow
				}),
			'set-up-connector'
		);
		if (!connected.ok) throw new Error(`The partner's inbox was refused: ${connected.error}`);
		const { signingSecret, apiKey } = connected.value;
		writeFileSync(
			join(app.settings.dataDir, 'partner-inbox.config.json'),
			JSON.stringify({ organisation: 'GGD Noorderveld', signingSecret, apiKey }),
			{ mode: 0o600 }
		);
	}
	await earlierActions(app, world);
	await sharing(app, world);
	await deWitBakkerInProgress(app, world);
}
