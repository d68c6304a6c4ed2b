import { personColour } from '#lib/domain/person-colour.ts';
import { FORMATS } from '#lib/domain/format.ts';
import { underMeldcodeByDefault } from '#lib/domain/organisation.ts';
import type { App } from '../app.ts';
import { dayInTheNetherlands } from '../days.ts';
import { repositories } from '../store/repositories.ts';
import type { Actor } from '../work.ts';
import { type Noorderveld, type NoorderveldIds, noorderveldOf } from './noorderveld-world.ts';
import { CHAIRS, TABLES } from './tables.ts';
import { CASES, type DemoCase } from './cases.ts';
import { emailOf, ORGANISATIONS, PEOPLE } from './people.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Settles the organisations, people, tables, cases and one meeting per table, started in half an hour's past. */
export async function noorderveld(
	app: App,
	passwordHash: string | null = null
): Promise<Noorderveld> {
	const id = () => app.ids.id();
	const keys = <K extends string>(of: Record<K, unknown>) => Object.keys(of) as K[];
	const fill = <K extends string, V>(of: Record<K, unknown>, value: (key: K) => V) =>
		Object.fromEntries(keys(of).map((key) => [key, value(key)])) as Record<K, V>;

	const organisation = fill(ORGANISATIONS, id);
	/** So that nobody at one table looks like another: the colour follows from the id. */
	const coloured = (colour: number): string => {
		const made = id();
		return personColour(made) === colour ? made : coloured(colour);
	};
	const people = fill(PEOPLE, (key) => ({
		id: coloured(PEOPLE[key].colour),
		name: PEOPLE[key].name,
		organisationId: organisation[PEOPLE[key].organisation]
	}));
	const table = fill(TABLES, id);
	const caseIds = fill(CASES, id);
	const children = fill(CASES, (key) => CASES[key].children.map(id));
	const caregivers = fill(CASES, (key) => CASES[key].caregivers.map(id));

	await app.database.write(async (queries) => {
		const store = repositories(queries);
		for (const key of keys(ORGANISATIONS))
			await store.people.addOrganisation({
				id: organisation[key],
				...ORGANISATIONS[key],
				underMeldcode: underMeldcodeByDefault(ORGANISATIONS[key].kind)
			});
		for (const key of keys(PEOPLE)) {
			const {
				name,
				function: does,
				administers
			}: { name: string; function: string; administers?: Actor['administers'] } = PEOPLE[key];
			await store.people.add({
				...people[key],
				name,
				function: does,
				email: emailOf(key),
				administers: administers ?? 'nothing',
				passwordHash,
				createdAt: app.clock.now()
			});
		}
		for (const key of keys(TABLES)) {
			const { name, format, seats } = TABLES[key];
			const { minutes, minutesPerCase, requiredSeats } = FORMATS[format];
			await store.tables.add({
				id: table[key],
				name,
				format,
				minutes,
				minutesPerCase,
				requiredSeats: requiredSeats.map((seat) => ({ kind: seat.kind, label: seat.key }))
			});
			for (const { person, role, remote } of seats)
				await store.tables.giveSeat({
					tableId: table[key],
					personId: people[person].id,
					role: role ?? 'member',
					remote: remote ?? false
				});
		}
		for (const key of keys(CASES)) {
			const { code, table: at, openedDaysAgo } = CASES[key];
			const caseId = caseIds[key];
			const openedAt = new Date(app.clock.now().getTime() - openedDaysAgo * DAY);
			await store.cases.add({ id: caseId, tableId: table[at], code, openedAt });
			const { help }: DemoCase = CASES[key];
			if (help)
				await store.coordination.set(caseId, {
					helpStartedOn: dayInTheNetherlands(
						new Date(app.clock.now().getTime() - help.daysAgo * DAY)
					),
					helpWhat: help.what,
					revision: 1
				});
			for (const [position, child] of CASES[key].children.entries())
				await store.cases.addChild({
					id: children[key][position] ?? id(),
					caseId,
					...child,
					position
				});
			for (const [position, adult] of CASES[key].caregivers.entries())
				await store.cases.addCaregiver({
					id: caregivers[key][position] ?? id(),
					caseId,
					...adult,
					position
				});
		}
	});

	const ids: NoorderveldIds = {
		organisation,
		people,
		table,
		meeting: fill(TABLES, () => ''),
		case: caseIds,
		item: fill(CASES, () => ''),
		children,
		caregivers
	};
	const world = noorderveldOf(app, ids);
	for (const key of keys(TABLES)) {
		const { meetingId } = await world.do<{ meetingId: string }>(CHAIRS[key], 'meeting.plan', {
			tableId: table[key],
			startsAt: new Date(app.clock.now().getTime() - 30 * MINUTE).toISOString(),
			minutes: FORMATS[TABLES[key].format].minutes,
			place: key === 'cjg' ? 'Gemeentehuis Noorderveld, kamer 2.04' : 'Teamkamer',
			videoLink: 'https://video.noorderveld.example/overleg'
		});
		ids.meeting[key] = meetingId;
	}
	for (const key of keys(CASES)) {
		const { table: at, reason, news, presenter, participants } = CASES[key];
		const { itemId } = await world.do<{ itemId: string }>(presenter, 'item.add-case', {
			meetingId: ids.meeting[at],
			caseId: caseIds[key],
			reason,
			news,
			minutes: FORMATS[TABLES[at].format].minutesPerCase,
			participants: participants.map((person) => people[person].id)
		});
		ids.item[key] = itemId;
	}
	return world;
}
