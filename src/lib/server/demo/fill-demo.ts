import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../app.ts';
import { hashPassword } from '../auth/passwords.ts';
import { transact } from '../transact.ts';
import { setUpWebhook } from '../usecases/connectors/set-up-webhook.ts';
import { noorderveld } from './noorderveld.ts';
import { deWitBakkerInProgress } from './de-wit-bakker.ts';
import { leftLying } from './left-lying.ts';
import { veiligThuisByMail, welzijnPaused } from './connections.ts';
import { earlierActions } from './earlier-actions.ts';
import { earlierSignals } from './signals.ts';
import { earlierMeldcode } from './meldcode.ts';
import { familiesAndParties } from './family.ts';
import { jaydenIsHandedOver } from './moving.ts';
import { socialMapOfNoorderveld } from './social-map.ts';
import { earlierAboutMila } from './closing.ts';
import { referrals } from './referrals.ts';
import { sharing } from './sharing.ts';

/** The password of everyone in the demo; there is none like it anywhere else. */
export const DEMO_PASSWORD = 'noorderveld-demo';

/** Fills an empty database; the meeting is under way, and the partner's inbox knows its secrets. */
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
		const { signingSecret, clientId, clientSecret } = connected.value;
		writeFileSync(
			join(app.settings.dataDir, 'partner-inbox.config.json'),
			JSON.stringify({ organisation: 'GGD Noorderveld', signingSecret, clientId, clientSecret }),
			{ mode: 0o600 }
		);
	}
	await welzijnPaused(app, world);
	await veiligThuisByMail(app, world);
	await earlierActions(app, world);
	await earlierSignals(app, world);
	await earlierMeldcode(app, world);
	await socialMapOfNoorderveld(app, world);
	await jaydenIsHandedOver(app, world);
	await earlierAboutMila(app, world);
	await leftLying(app, world);
	await sharing(app, world);
	await deWitBakkerInProgress(app, world);
	await familiesAndParties(app, world);
	await referrals(app, world);
}
