import type { App } from '../app.ts';
import { repositories } from '../store/repositories.ts';
import { transact } from '../transact.ts';
import { setUpMail } from '../usecases/connectors/set-up-mail.ts';
import { setUpWebhook } from '../usecases/connectors/set-up-webhook.ts';
import type { Noorderveld } from './noorderveld-world.ts';

const DAY = 86_400_000;

/** Veilig Thuis gets its actions by mail, where the demo has a mailbox for them. */
export async function veiligThuisByMail(app: App, world: Noorderveld): Promise<void> {
	if (!app.settings.mail) return;
	const made = await transact(
		app,
		world.actor('petra'),
		(work) =>
			setUpMail(work, {
				organisationId: world.organisation.veiligThuis,
				address: 'intake@veiligthuis-noorderveld.example',
				hasMail: true
			}),
		'set-up-connector'
	);
	if (!made.ok) throw new Error(`The mail of Veilig Thuis was refused: ${made.error}`);
}

/**
 * Welzijn has a connection that was tested and worked, and paused it for a while: what was agreed for it
 * waits, and the ledger says what to do. Set up before anything is agreed.
 */
export async function welzijnPaused(app: App, world: Noorderveld): Promise<void> {
	const made = await transact(
		app,
		world.actor('petra'),
		(work) =>
			setUpWebhook(work, {
				organisationId: world.organisation.welzijn,
				url: 'https://dossier.welzijn-noorderveld.example/casustafel',
				allow: []
			}),
		'set-up-connector'
	);
	if (!made.ok) throw new Error(`The connection of Welzijn was refused: ${made.error}`);
	const { connectorId } = made.value;
	const ago = (days: number) => new Date(app.clock.now().getTime() - days * DAY);
	await app.database.write(async (queries) => {
		const { delivery } = repositories(queries);
		await delivery.changeConnector(connectorId, { createdAt: ago(40) });
		for (const [days, error] of [
			[40, 'certificate'],
			[39, null]
		] as const)
			await delivery.addExchange({ connectorId, at: ago(days), what: 'test', error });
	});
	await world.do('petra', 'connector.pause', { connectorId });
}
