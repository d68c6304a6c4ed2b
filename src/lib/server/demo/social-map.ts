import type { App } from '../app.ts';
import { dayInTheNetherlands } from '../days.ts';
import { repositories } from '../store/repositories.ts';
import type { Noorderveld } from './noorderveld-world.ts';

const DAY = 86_400_000;

/** The social map of Noorderveld: what is up to date, and what is not. All of it is invented. */
export async function socialMapOfNoorderveld(app: App, world: Noorderveld): Promise<void> {
	const { organisation, people } = world;
	const on = (days: number) =>
		dayInTheNetherlands(new Date(app.clock.now().getTime() + days * DAY));
	const tirza = {
		personId: people.tirza.id,
		name: 'Tirza Oosting',
		function: 'jeugdverpleegkundige (GGD Noorderveld)',
		phone: '0500 222 041',
		email: 'tirza@noorderveld.example'
	};
	const parties = [
		{
			name: 'Wijkteam Noorderveld-West',
			kind: 'cjg',
			organisationId: organisation.cjg,
			offers: [
				'Vragen over opvoeden, geld en wonen aan één tafel',
				'Bezoek aan huis binnen een week'
			],
			waiting: 'geen wachttijd',
			waitingOn: on(-6),
			contact: {
				personId: people.hilde.id,
				name: 'Hilde Kremer',
				function: 'CJG-intaker',
				phone: '0500 222 010',
				email: 'hilde@noorderveld.example'
			}
		},
		{
			name: 'Jeugd-GGZ De Brink',
			kind: 'youth-mental-health',
			offers: ['Onderzoek en behandeling bij somberheid en angst', 'Traumabehandeling'],
			ageFrom: 6,
			ageTo: 18,
			contractFrom: on(-330),
			contractUntil: on(35),
			waiting: '5 maanden',
			waitingOn: on(-12),
			contact: { name: 'Femke Duursma', function: 'aanmeldcoördinator', phone: '0500 333 120' }
		},
		{
			name: 'Ambulante gezinshulp Thuisbasis',
			kind: 'youth-care',
			offers: ['Gezinshulp thuis, twee keer per week', 'Spoedhulp binnen 24 uur'],
			ageTo: 23,
			contractFrom: on(-700),
			contractUntil: on(395),
			waiting: '3 weken',
			waitingOn: on(-20),
			contact: {
				name: 'Ibrahim Sahin',
				function: 'teamleider',
				phone: '0500 333 410',
				email: 'aanmelden@thuisbasis.example'
			}
		},
		{
			name: 'Schuldhulp Noorderveld',
			kind: 'debt-help',
			offers: ['Gesprek binnen drie dagen bij dreigende huisuitzetting', 'Budgetcoach aan huis'],
			ageFrom: 18,
			waiting: '2 weken',
			waitingOn: on(-3),
			contact: { name: 'Lian Tjong', function: 'schuldhulpverlener', phone: '0500 222 300' }
		},
		{
			name: 'Woningstichting Noord',
			kind: 'housing',
			offers: ['Vroeg contact bij huurachterstand', 'Laatste-kansafspraak met begeleiding'],
			contact: { name: 'Gerrit Pol', function: 'consulent leefbaarheid', phone: '0500 444 080' }
		},
		{
			name: 'Huisartsenpraktijk Het Kruispunt',
			kind: 'gp',
			offers: ['Huisarts van Noorderveld-West', 'Praktijkondersteuner jeugd op maandag'],
			contact: { name: 'Noor Bakhuis', function: 'praktijkmanager', phone: '0500 555 100' },
			liaison: tirza
		},
		{
			name: 'Opvoedondersteuning Stap voor Stap',
			kind: 'social-work',
			organisationId: organisation.welzijn,
			offers: ['Oudercursus voor gescheiden ouders', 'Opvoedspreekuur op school'],
			ageTo: 12,
			waiting: '4 weken',
			waitingOn: on(-40),
			contact: {
				personId: people.bas.id,
				name: 'Bas Wolters',
				function: 'schoolmaatschappelijk werker',
				phone: '0500 222 055',
				email: 'bas@noorderveld.example'
			}
		},
		{
			name: 'GGD Noorderveld, jeugdgezondheidszorg',
			kind: 'youth-health',
			organisationId: organisation.ggd,
			offers: ['Consultatiebureau', 'Verpleegkundige op school', 'Huisbezoek na de geboorte'],
			ageTo: 18,
			contact: tirza
		},
		{
			name: 'GGZ Volwassenen Noord',
			kind: 'adult-mental-health',
			offers: ['Behandeling van ouders, met een gesprek voor hun kinderen', 'Verslavingszorg'],
			ageFrom: 18,
			contractFrom: on(-750),
			contractUntil: on(-20),
			waiting: '7 maanden',
			waitingOn: on(-300),
			contact: { name: 'Annelies Roorda', function: 'KOPP-medewerker', phone: '0500 333 700' }
		}
	];
	for (const party of parties) await world.do('petra', 'party.add', party);
	await app.database.write(async (queries) => {
		const { socialMap } = repositories(queries);
		for (const { party } of await socialMap.all())
			if (['adult-mental-health', 'housing'].includes(party.kind))
				await socialMap.change(party.id, { reviewedOn: on(-420) });
	});
}
