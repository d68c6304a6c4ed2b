import type { App } from '../app.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { Noorderveld } from './noorderveld-world.ts';

const DAY = 86_400_000;

/** On what ground is shared, who consented and who did not, and what was asked without sharing. */
export async function sharing(app: App, world: Noorderveld): Promise<void> {
	const ago = (days: number) =>
		dayInTheNetherlands(new Date(app.clock.now().getTime() - days * DAY));
	const { deWitBakker, fenna, jayden } = world.item;
	const [, sandra = ''] = world.caregivers.deWitBakker;
	const [fennaId = ''] = world.children.fenna;
	const [jaydenId = ''] = world.children.jayden;
	await world.do('wim', 'ground.record', {
		...{ itemId: deWitBakker, organisationId: world.organisation.police },
		...{ ground: 'police-act', informed: true, expected: 0 }
	});
	await world.do('hilde', 'consent.record', {
		...{ itemId: deWitBakker, subjectId: sandra, childIds: world.children.deWitBakker },
		...{ state: 'given', on: ago(12), expected: 0 }
	});
	// She is fourteen and says no; why is shared all the same is still to be said.
	await world.do('karel', 'consent.record', {
		...{ itemId: fenna, subjectId: fennaId, childIds: [fennaId] },
		...{ state: 'refused', on: ago(5), expected: 0 }
	});
	// He is sixteen: his own word is enough.
	await world.do('karel', 'consent.record', {
		...{ itemId: jayden, subjectId: jaydenId, childIds: [jaydenId] },
		...{ state: 'given', on: ago(20), expected: 0 }
	});
	await world.do('karel', 'anonymous.ask', {
		...{ itemId: fenna, childId: fennaId, personId: world.people.roos.id },
		text: 'Een leerling doet zichzelf misschien pijn en wil niet dat haar ouders iets weten. Wat weegt dan het zwaarst?'
	});
}
