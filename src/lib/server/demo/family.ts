import type { App } from '../app.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { Noorderveld } from './noorderveld-world.ts';

const DAY = 86_400_000;

/** Two families with who counts for them and who is involved; the rest was not asked yet. */
export async function familiesAndParties(app: App, world: Noorderveld): Promise<void> {
	const monthAgo = (days: number) =>
		dayInTheNetherlands(new Date(app.clock.now().getTime() - days * DAY)).slice(0, 7);
	const { deWitBakker, ilyas } = world.item;
	const [, sandra = ''] = world.caregivers.deWitBakker;
	const [, sami = ''] = world.children.ilyas;

	await world.do('hilde', 'family.add-member', {
		...{ itemId: deWitBakker, firstName: 'Gerda', relation: 'oma' },
		...{ circle: 'network', strength: 'Past soms op; de kinderen zijn graag bij haar' }
	});
	await world.do('hilde', 'involvement.record', {
		...{ itemId: deWitBakker, party: 'school', name: 'De Wilgen', standing: 'involved' },
		...{ with: world.children.deWitBakker, since: monthAgo(800) },
		...{ purpose: 'Lotte is vaak te laat en vaak boos', contactName: 'de intern begeleider' },
		contactPhone: '050-555 01 42'
	});
	// Help to her alone: who asks after the children there?
	await world.do('yusuf', 'involvement.record', {
		...{ itemId: deWitBakker, party: 'social-work', name: '', standing: 'involved' },
		...{ with: [sandra], since: monthAgo(60), purpose: 'Gesprekken na de scheiding' },
		organisationId: world.organisation.welzijn
	});
	await world.do('yusuf', 'involvement.record', {
		...{ itemId: deWitBakker, party: 'housing', standing: 'asked-not-involved' }
	});

	await world.do('marjan', 'family.add-member', {
		...{ itemId: ilyas, firstName: 'Nora', relation: 'tante' },
		...{ circle: 'network', strength: 'Haalt Ilyas op dinsdag uit school' }
	});
	await world.do('tirza', 'involvement.record', {
		...{ itemId: ilyas, party: 'youth-health', name: 'consultatiebureau', standing: 'involved' },
		...{ with: [sami], since: monthAgo(240) },
		purpose: 'Sami is niet gezien bij het consult van zeven maanden'
	});
}
