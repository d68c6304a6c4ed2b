import { agendaCommands } from '#lib/protocol/commands/agenda.ts';
import { describe, expect, test } from 'vitest';
import { intake, type Intake, question, type Who } from './support.ts';
import { once } from '../support/test-app.ts';
import { NOT_JUDGED } from '../support/not-judged.ts';

type Name = keyof typeof agendaCommands;

/** What each person is at the intake. Tirza is asked to Nadia's item and has no seat at this table. */
const WHO = {
	hilde: 'chair',
	yusuf: 'deputy',
	nadia: 'member, presenter of the item',
	roos: 'member, asked to the item',
	tirza: 'guest, asked to the item',
	jeroen: 'stranger',
	petra: 'administrator'
} as const satisfies Partial<Record<Who, string>>;

type Answer =
	'ok' | 'not-found' | 'chair-only' | 'presenter-only' | 'members-only' | 'wait-for-admission';
const everyone = (answer: Answer) =>
	({ hilde: answer, yusuf: answer, nadia: answer, roos: answer, tirza: answer }) as const;
const strangers = { jeroen: 'not-found', petra: 'not-found' } as const;
const chairs = { ...strangers, ...everyone('chair-only'), hilde: 'ok', yusuf: 'ok' } as const;
const chairsOfTable = { ...chairs, tirza: 'not-found' } as const;
const members = { ...strangers, ...everyone('ok'), tirza: 'not-found' } as const;
const presenters = {
	...strangers,
	...everyone('presenter-only'),
	hilde: 'ok',
	yusuf: 'ok',
	nadia: 'ok'
} as const;
const takers = { ...strangers, ...everyone('ok') } as const;

/** The table of docs/spec/agenda-use.md. */
const RIGHTS: Record<Name, Record<keyof typeof WHO, Answer>> = {
	'meeting.plan': chairsOfTable,
	'meeting.change': chairsOfTable,
	'meeting.start': chairsOfTable,
	'meeting.close': chairsOfTable,
	'case.open': members,
	'case.change-family': { ...takers, tirza: 'members-only' },
	'case.set-dossier-reference': takers,
	'item.add-case': members,
	'item.add-general': members,
	'item.change': presenters,
	'item.move': chairs,
	'item.set-minutes': chairs,
	'item.set-live': chairs,
	'item.conclude': chairs,
	'item.carry-over': chairs,
	'item.remove': presenters,
	'item.invite': presenters,
	'item.uninvite': presenters,
	'item.arrive': { ...takers, roos: 'wait-for-admission', tirza: 'wait-for-admission' },
	'item.admit': chairs,
	// Who only runs the meeting is not a participant, and has nothing to leave.
	'item.leave': { ...takers, yusuf: 'not-found' }
};

const NEEDS_LIVE: Name[] = ['item.arrive', 'item.admit', 'item.leave', 'item.conclude'];

/** Input that is right in itself, so that only the rights decide. */
async function inputs(at: Intake): Promise<Record<Name, object>> {
	const { world, meetingId } = at;
	const { caseId, itemId } = await at.broughtByNadia();
	await world.do('hilde', 'item.invite', { itemId, personId: world.people.roos.id });
	const fresh = await world.do<{ caseId: string }>('hilde', 'case.open', {
		tableId: world.table.cjg,
		children: [{ firstName: 'Pim', birthMonth: '2020-02' }],
		caregivers: []
	});
	const when = { startsAt: '2026-12-01T08:00:00.000Z', minutes: 60 };
	return {
		'meeting.plan': { tableId: world.table.cjg, ...when },
		'meeting.change': { meetingId, ...when },
		'meeting.start': { meetingId },
		'meeting.close': { meetingId },
		'case.open': {
			tableId: world.table.cjg,
			children: [{ firstName: 'Kee', birthMonth: '2018-01' }],
			caregivers: []
		},
		'case.change-family': {
			caseId,
			children: [{ firstName: 'Kee', birthMonth: '2018-01' }],
			caregivers: []
		},
		'case.set-dossier-reference': { caseId, reference: 'D-1' },
		'item.add-case': question(meetingId, fresh.caseId),
		'item.add-general': { meetingId, title: 'Vakantie', minutes: 5 },
		'item.change': { itemId, expected: 1, reason: 'Anders', news: 'Nieuws', minutes: 10 },
		'item.move': { itemId, by: -1 },
		'item.set-minutes': { itemId, minutes: 10 },
		'item.set-live': { itemId },
		'item.conclude': { itemId },
		'item.carry-over': { itemId, ...NOT_JUDGED },
		'item.remove': { itemId, ...NOT_JUDGED },
		'item.invite': { itemId, personId: world.people.bas.id },
		'item.uninvite': { itemId, personId: world.people.tirza.id },
		'item.arrive': { itemId },
		'item.admit': { itemId, personId: world.people.tirza.id },
		'item.leave': { itemId }
	};
}

/** Refusals that come after the rights: the command was allowed to this person. */
const ALLOWED = new Set(['ok', 'assessment-incomplete', 'items-left']);

describe('who may do what at the table', () => {
	const names = Object.keys(agendaCommands) as Name[];

	test.each(names)(
		'MA1 %s: chair, deputy, presenter, member, guest, stranger, administrator',
		async (name) => {
			const at = await intake();
			const input = (await inputs(at))[name];
			if (NEEDS_LIVE.includes(name) || name === 'meeting.close' || name === 'item.set-live')
				await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
			if (NEEDS_LIVE.includes(name))
				await at.world.do('hilde', 'item.set-live', { itemId: Reflect.get(input, 'itemId') });
			// Those who may come last: what they do changes what the others find.
			const order = (Object.keys(WHO) as (keyof typeof WHO)[]).toSorted(
				(a, b) => Number(RIGHTS[name][a] === 'ok') - Number(RIGHTS[name][b] === 'ok')
			);
			for (const person of order) {
				const outcome = await at.try(person, name, input);
				const answer = outcome.ok || ALLOWED.has(outcome.error) ? 'ok' : outcome.error;
				const expected = RIGHTS[name][person];
				expect({ person, answer }).toEqual({ person, answer: expected });
				if (expected === 'ok') break;
			}
		}
	);

	test.each(names)('MA1 %s: everyone who may, may', async (name) => {
		for (const person of Object.keys(WHO) as (keyof typeof WHO)[]) {
			if (RIGHTS[name][person] !== 'ok') continue;
			const at = await intake();
			const input = (await inputs(at))[name];
			if (NEEDS_LIVE.includes(name) || name === 'meeting.close' || name === 'item.set-live')
				await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
			if (NEEDS_LIVE.includes(name))
				await at.world.do('hilde', 'item.set-live', { itemId: Reflect.get(input, 'itemId') });
			const outcome = await at.try(person, name, input);
			const answer = outcome.ok || ALLOWED.has(outcome.error) ? 'ok' : outcome.error;
			expect({ person, answer }).toEqual({ person, answer: 'ok' });
		}
	});
});

describe('absent and forbidden', () => {
	const ABSENT = 'aaaaaaaaaaaaaaaaaaaaaa';
	const about = ['itemId', 'meetingId', 'caseId', 'tableId'] as const;
	const names = Object.keys(agendaCommands) as Name[];
	const shared = once(async (options) => {
		const at = await intake(options);
		return { app: at.app, at, inputs: await inputs(at) };
	});

	test.each(names)('VI3 %s answers a stranger as if there were nothing', async (name) => {
		const { at, inputs } = shared();
		const input = inputs[name];
		const key = about.find((one) => one in input) ?? 'itemId';
		for (const person of ['jeroen', 'petra'] as const) {
			const forbidden = await at.try(person, name, input);
			const absent = await at.try(person, name, { ...input, [key]: ABSENT });
			expect(forbidden).toEqual({ ok: false, error: 'not-found' });
			expect(absent).toEqual(forbidden);
		}
	});

	test.each(names.filter((name) => name.startsWith('item.') && !name.startsWith('item.add')))(
		'VI3 %s answers a member and a guest who were not asked as if there were nothing',
		async (name) => {
			const { at, inputs } = shared();
			const input = { ...inputs[name], itemId: at.world.item.mila };
			for (const person of ['nadia', 'wim'] as const) {
				const forbidden = await at.try(person, name, input);
				const absent = await at.try(person, name, { ...input, itemId: ABSENT });
				expect(forbidden).toEqual({ ok: false, error: 'not-found' });
				expect(absent).toEqual(forbidden);
			}
		}
	);
});
