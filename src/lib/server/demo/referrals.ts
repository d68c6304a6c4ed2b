import type { App } from '../app.ts';
import { dayInTheNetherlands } from '../days.ts';
import { repositories } from '../store/repositories.ts';
import type { Noorderveld } from './noorderveld-world.ts';
import type { PersonKey } from './people.ts';

const DAY = 86_400_000;

/**
 * Two families without help: De Wit–Bakker was sent from one to the next for ten weeks, Jayden waits for
 * months while he and his aunt coordinate.
 */
export async function referrals(app: App, world: Noorderveld): Promise<void> {
	const day = (from: number) =>
		dayInTheNetherlands(new Date(app.clock.now().getTime() + from * DAY));
	await sentOnAndOn(app, world, day);
	await waiting(app, world, day);
}

type DayFrom = (days: number) => string;

async function sentOnAndOn(app: App, world: Noorderveld, day: DayFrom): Promise<void> {
	const itemId = world.item.deWitBakker;
	const [cjg, team, vt] = ['CJG Noorderveld', 'Wijkteam Noord', 'Veilig Thuis Noorderveld'];
	const say = (person: PersonKey, name: string, input: object) =>
		world.do(person, name, { itemId, ...input });
	const refer = async (
		person: PersonKey,
		from: string,
		to: string,
		ago: number,
		reason: string
	) => {
		await say(person, 'referral.record', { from, to, on: day(-ago), reason });
		return (await repositories(app.database.reader).referrals.ofCase(world.case.deWitBakker)).at(
			-1
		);
	};
	const first = await refer('hilde', cjg, team, 66, 'Ambulante hulp bij de scheiding.');
	await say('hilde', 'referral.answer', {
		...{ referralId: first?.id, expected: 1, status: 'refused' },
		reason: 'Te zwaar voor het wijkteam.'
	});
	const second = await refer('roos', team, vt, 41, 'Eerste politiemelding van geweld.');
	await say('roos', 'referral.answer', {
		...{ referralId: second?.id, expected: 1, status: 'refused' },
		reason: 'Geen onderzoek nodig, vrijwillige hulp past.'
	});
	await refer('roos', vt, cjg, 12, 'Vrijwillige hulp inzetten.');
	for (const [ago, reason] of [
		[33, 'not-shown'],
		[8, 'cancelled']
	] as const)
		await say('yusuf', 'missed.record', { on: day(-ago), withWhom: cjg, reason });
}

async function waiting(app: App, world: Noorderveld, day: DayFrom): Promise<void> {
	const itemId = world.item.jayden;
	const { karel, bas } = world.people;
	const say = (person: PersonKey, name: string, input: object) =>
		world.do(person, name, { itemId, ...input });
	await say('karel', 'coordination.ask-family', {
		can: true,
		who: 'Jayden en zijn tante',
		wishes: 'Niet weer wachten zonder dat iemand belt.',
		expected: 0
	});
	await say('karel', 'role.ask', { role: 'coordinator', personId: karel.id });
	await say('karel', 'role.accept', {
		role: 'coordinator',
		mandate: 'Volgt het plan van Jayden en zijn tante, en schaalt op als het vastloopt.',
		escalatesTo: 'Samenwerkingsverband, adviseur passend onderwijs'
	});
	await say('karel', 'family-action.add', {
		what: 'Belt elke vrijdag met Jayden en laat horen hoe het gaat.',
		who: 'tante',
		due: day(3),
		followedBy: karel.id
	});
	await say('karel', 'referral.record', {
		from: 'Dorenweerd College',
		to: 'Jeugd-GGZ',
		reason: 'Somber, slaapt slecht. Hij wil zelf hulp.',
		on: day(-21)
	});
	const { referrals: store } = repositories(app.database.reader);
	const [referral] = await store.ofCase(world.case.jayden);
	await say('karel', 'referral.answer', {
		...{ referralId: referral?.id, expected: 1, status: 'waiting-list' },
		expectedOn: day(150)
	});
	const [stuck] = await store.stagnations(world.case.jayden);
	await say('karel', 'stagnation.set-alternative', {
		...{ stagnationId: stuck?.stagnation.id, expected: 1 },
		what: 'Elke week een gesprek op school, tot de jeugd-GGZ begint.',
		due: day(14),
		ownerId: bas.id
	});
}
