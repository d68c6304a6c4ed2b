import type { App } from '../app.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { Noorderveld } from './noorderveld-world.ts';

const DAY = 86_400_000;

/** Advice that was asked before today's meeting, and someone who is under way in the own five steps. */
export async function earlierMeldcode(app: App, world: Noorderveld): Promise<void> {
	const from = (days: number) =>
		dayInTheNetherlands(new Date(app.clock.now().getTime() + days * DAY));
	await world.do('hilde', 'advice.record', {
		itemId: world.item.deWitBakker,
		childIds: world.children.deWitBakker,
		askedOn: from(-12),
		adviser: 'M. de Boer',
		advice:
			'Spreek de kinderen apart, buiten de overdracht om. Blijft het geweld bij de overdracht: meld.',
		named: false
	});
	const itemId = world.item.ilyas;
	await world.do('marjan', 'steps.map-signals', {
		itemId,
		signals:
			'Blauwe plek op de wang, ik zag hem maandag. Ilyas zegt: van voetbal. Hij is de laatste weken stil.',
		childTold: false,
		kindcheck: 'worrying',
		expected: 0
	});
	await world.do('marjan', 'talk.plan', {
		itemId,
		caregiverIds: world.caregivers.ilyas,
		childIds: world.children.ilyas,
		holderId: world.people.tirza.id,
		on: from(2),
		helpFrom: 'jeugdarts',
		sayFirst: 'Dat wij Ilyas graag zien, en ons zorgen maken over de plek op zijn wang.',
		expected: 0
	});
}
