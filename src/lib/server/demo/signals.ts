import type { App } from '../app.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { CaseKey } from './cases.ts';
import type { Noorderveld } from './noorderveld-world.ts';
import type { PersonKey } from './people.ts';

const DAY = 86_400_000;

/** What was seen before the tables met, and who still waits to hear what became of it. */
export async function earlierSignals(app: App, world: Noorderveld): Promise<void> {
	const ago = (days: number) =>
		dayInTheNetherlands(new Date(app.clock.now().getTime() - days * DAY));
	const record = async (person: PersonKey, at: CaseKey, daysAgo: number, said: object) => {
		const input = { itemId: world.item[at], givenOn: ago(daysAgo), ...said };
		const { signalId } = await world.do<{ signalId: string }>(person, 'signal.record', input);
		return { itemId: input.itemId, signalId };
	};

	await record('marjan', 'noor', 12, {
		fact: 'Twee maanden huurachterstand. Overdag waren de gordijnen dicht en niemand deed open.',
		interpretation:
			'De medewerker denkt dat het moeder te veel wordt, en vraagt zich af hoe het met Noor is.',
		source: 'telefonisch, van wie aan de deur was',
		signallerOrganisation: 'woningcorporatie'
	});

	const nosebleed = await record('tirza', 'ilyas', 24, {
		fact: 'Ilyas was op het spreekuur met een bloedneus. Moeder zei dat hij was gevallen.',
		source: 'gezien op het spreekuur; weet niet dat anderen betrokken zijn',
		childId: world.children.ilyas[0],
		signallerOrganisation: 'huisarts'
	});
	await world.do('tirza', 'feedback.agree', {
		...nosebleed,
		tellerId: world.people.tirza.id,
		dueOn: ago(-1),
		topics: ['coordinator'],
		line: 'Wie zij kan bellen als zij weer iets ziet.',
		expected: 1
	});

	const first = await record('hilde', 'deWitBakker', 70, {
		fact: 'Ruzie op straat bij het ophalen van de kinderen. Vader duwde moeder tegen de auto.',
		source: 'mutatie van de politie',
		signallerOrganisation: 'politie, noodhulp'
	});
	await world.do('hilde', 'feedback.agree', {
		...first,
		tellerId: world.people.hilde.id,
		dueOn: ago(0),
		topics: ['being-worked-on'],
		expected: 1
	});
	await world.do('hilde', 'feedback.give', {
		...first,
		byId: world.people.hilde.id,
		on: ago(63),
		how: 'telefonisch',
		expected: 2
	});
	const school = await record('yusuf', 'deWitBakker', 8, {
		fact: 'Lotte is vaak boos en verdrietig, en komt veel te laat.',
		interpretation: 'De juf denkt dat zij thuis voor Daan zorgt.',
		childId: world.children.deWitBakker[1],
		signallerOrganisation: 'basisschool, leerkracht van Lotte'
	});
	await world.do('yusuf', 'feedback.agree', {
		...school,
		tellerId: world.people.yusuf.id,
		dueOn: ago(-6),
		topics: ['plan', 'coordinator'],
		expected: 1
	});
	await record('wim', 'deWitBakker', 3, {
		fact: 'Tweede melding. Geschreeuw in de woning; de kinderen stonden op de trap.',
		source: 'politie ter plaatse',
		signallerId: world.people.wim.id
	});
}
