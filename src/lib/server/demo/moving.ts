import type { App } from '../app.ts';
import { transact } from '../transact.ts';
import { offerMove } from '../usecases/moving/move-case.ts';
import type { Noorderveld } from './noorderveld-world.ts';

/** Jayden waits five months for help: the ZAT hands him over to the intake, where it waits for Hilde (R30). */
export async function jaydenIsHandedOver(app: App, world: Noorderveld): Promise<void> {
	const itemId = world.item.jayden;
	const karel = world.actor('karel');
	const offer = await transact(app, karel, (work) => offerMove(work, itemId), 'offer-move');
	if (!offer.ok) throw new Error(`Karel could not move: ${offer.error}`);
	await world.do('karel', 'case.move', {
		itemId,
		tableId: world.table.cjg,
		reason: 'Wie begint er met hem en zijn moeder in de vijf maanden dat hij wacht?',
		lines: offer.value.lines.filter((line) => line.chosen).map(({ key, hash }) => ({ key, hash }))
	});
}
