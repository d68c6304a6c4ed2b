import { openApp } from '#lib/server/app.ts';
import { noorderveld } from '#lib/server/demo/noorderveld.ts';
import { readSettings } from '#lib/server/settings.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { transact } from '#lib/server/transact.ts';
import { setUpWebhook } from '#lib/server/usecases/connectors/set-up-webhook.ts';
import type { App } from '#lib/server/app.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh Casustafel whose outbox holds `each` new actions for every one of these receivers, none sent. */
export async function filled(ports: readonly number[], each: number): Promise<App> {
	const app = openApp(
		readSettings({
			DATA_DIR: mkdtempSync(join(tmpdir(), 'casustafel-bench-outbox-')),
			WEBHOOK_ALLOW: ports.map((port) => `127.0.0.1:${port}`).join(','),
			PUBLIC_URL: 'https://casustafel.example',
			LOG_LEVEL: 'silent'
		})
	);
	const world = await noorderveld(app);
	const connectors: { organisationId: string; connectorId: string }[] = [];
	for (const [number, port] of ports.entries()) {
		const organisationId = app.ids.id();
		await app.database.write((queries) =>
			repositories(queries).people.addOrganisation({
				id: organisationId,
				name: `Organisatie ${number + 1}`,
				kind: 'social-work',
				underMeldcode: true
			})
		);
		const made = await transact(
			app,
			world.actor('petra'),
			(work) =>
				setUpWebhook(work, {
					organisationId,
					url: `http://127.0.0.1:${port}/webhook`,
					allow: app.settings.webhookAllow
				}),
			'set-up-connector'
		);
		if (!made.ok) throw new Error(made.error);
		connectors.push({ organisationId, connectorId: made.value.connectorId });
	}
	await app.database.write(async (queries) => {
		const { delivery } = repositories(queries);
		// In turn, as meetings make them: the dead one's lie between the others'.
		for (let number = 0; number < each; number += 1)
			for (const { organisationId, connectorId } of connectors) {
				const subjectId = app.ids.id();
				const outboxSeq = await delivery.addOutbox({
					id: app.ids.id(),
					type: 'action-assigned',
					organisationId,
					subjectId,
					itemId: world.item.noor,
					revision: 1,
					payload: payload(subjectId),
					createdAt: app.clock.now()
				});
				await delivery.addDelivery({
					id: app.ids.id(),
					outboxSeq,
					connectorId,
					status: 'queued'
				});
			}
	});
	return app;
}

export const payload = (id: string) => ({
	id,
	revision: 1,
	caseCode: '26-0000',
	dossierReference: 'JGZ-0042',
	title: 'De kinderen zien en spreken',
	owner: { name: 'Tirza Oosting', organisation: 'GGD Noorderveld' },
	deadline: '2026-12-08',
	path: `/acties/${id}`
});
