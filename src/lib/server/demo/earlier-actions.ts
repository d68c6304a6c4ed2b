import type { App } from '../app.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { Noorderveld } from './noorderveld-world.ts';

const DAY = 86_400_000;

/** Actions at the other tables, so that everyone's list has something in it. */
export async function earlierActions(app: App, world: Noorderveld): Promise<void> {
	const from = (days: number) =>
		dayInTheNetherlands(new Date(app.clock.now().getTime() + days * DAY));
	await world.do('marjan', 'action.propose', {
		itemId: world.item.ilyas,
		title: 'Bellen met de huisarts',
		ownerOrganisationId: world.organisation.ggd,
		ownerPersonId: world.people.tirza.id,
		due: from(7),
		tellTo: 'Marjan Hofstee'
	});
	await world.do('marjan', 'action.propose', {
		itemId: world.item.noor,
		title: 'Met de ouders praten over geldzorgen',
		ownerOrganisationId: world.organisation.welzijn,
		ownerPersonId: world.people.bas.id,
		due: from(6),
		tellTo: 'Marjan Hofstee'
	});
	const { actionId } = await world.do<{ actionId: string }>('karel', 'action.propose', {
		itemId: world.item.fenna,
		title: 'Iedere dag kort contact houden op school',
		ownerOrganisationId: world.organisation.dorenweerd,
		ownerPersonId: world.people.esther.id,
		due: from(1),
		tellTo: 'Karel Meinders'
	});
	await world.do('esther', 'action.accept', { actionId });
}
