import { COMMANDS, type CommandName } from '#lib/protocol/commands.ts';
import { describe, expect, test } from 'vitest';
import { once, run, stored } from '../support/test-app.ts';
import {
	atAction,
	atCase,
	atItem,
	atMeeting,
	atTable,
	child,
	type Entry,
	type Input,
	NO_ADMINISTRATOR
} from './commands/lines.ts';
import { recordLines } from './commands/records.ts';
import { meetingLines } from './commands/meeting.ts';
import { signalsLines } from './commands/signals.ts';
import { familyLines } from './commands/family.ts';
import { groundsLines } from './commands/grounds.ts';
import { meldcodeStepsLines } from './commands/meldcode.ts';
import { referralsLines } from './commands/referrals.ts';
import { connectionsLines } from './commands/connections.ts';
import { closingLines } from './commands/closing.ts';
import { movingLines } from './commands/moving.ts';
import { socialMapLines } from './commands/social-map.ts';
import { ABSENT, attacked, everythingStored } from './world.ts';

const administered = (about: string, input: Input): Entry => ({
	about,
	outside: NO_ADMINISTRATOR,
	input
});
const onPerson = (more: object = {}) =>
	administered('personId', (_, { people }) => ({ personId: people.roos.id, ...more }));
const onOrganisation = (more: object = {}) =>
	administered('organisationId', (_, { organisation }) => ({
		organisationId: organisation.veiligThuis,
		...more
	}));
const onTable = (more: object = {}) =>
	administered('tableId', ({ tableId }) => ({ tableId, ...more }));
const onConnector = () => administered('connectorId', ({ connectorId }) => ({ connectorId }));

const when = { startsAt: '2026-12-01T08:00:00.000Z', minutes: 60 };
const judged = {
	safety: 'undetermined',
	grade: 5,
	risk: 'raised',
	expected: 0
};
const kid = { firstName: 'Kee', birthMonth: '2018-01' };
const agreed = { title: 'Bellen', due: '2026-12-02' };
const scale = { kind: 'scale', choice: 'suspected' };
const colleague = {
	name: 'Nieuw',
	function: 'x',
	email: 'nieuw@noorderveld.example',
	administers: 'nothing'
};
const tokenHash = 'h'.repeat(43);
const organised = {
	name: 'Nieuw',
	kind: 'school',
	underMeldcode: true,
	requireSecondFactor: false
};
/** Nobody is outside: about oneself, or about nothing that exists yet. */
const OWN = null;

/** Every command there is. One without a line here is a hole until someone says for whom it is closed. */
const MATRIX: Record<CommandName, Entry | typeof OWN> = {
	'meeting.plan': atTable(when),
	'meeting.change': atMeeting(() => when),
	'meeting.start': atMeeting(),
	'meeting.close': atMeeting(),
	'case.open': atTable({ children: [kid], caregivers: [] }),
	'case.change-family': atCase({ children: [kid], caregivers: [] }),
	'case.set-dossier-reference': atCase({ reference: 'D-1' }),
	'item.add-case': atMeeting(({ caseId }) => ({
		...{ caseId, reason: 'a', news: 'b', minutes: 5, participants: [] }
	})),
	'item.add-general': atMeeting(() => ({ title: 'Vakantie', minutes: 5 })),
	'item.change': atItem(() => ({ expected: 1, reason: 'a', news: 'b', minutes: 5 })),
	'item.move': atItem(() => ({ by: 1 })),
	'item.set-minutes': atItem(() => ({ minutes: 5 })),
	'item.set-live': atItem(),
	'item.conclude': atItem(),
	'item.carry-over': atItem(),
	'item.remove': atItem(),
	'item.invite': atItem((_, { people }) => ({ personId: people.esther.id })),
	'item.uninvite': atItem((_, { people }) => ({ personId: people.roos.id })),
	'item.arrive': atItem(),
	'item.admit': atItem((_, { people }) => ({ personId: people.roos.id })),
	'item.leave': atItem(),
	'coordination.ask-family': atItem(() => ({ can: true, expected: 0 })),
	'coordination.help-started': atItem(() => ({ on: '2026-11-20', what: 'Hulp', expected: 0 })),
	'coordination.help-not-started': atItem(() => ({ expected: 0 })),
	'role.ask': atItem((_, { people }) => ({ role: 'safety-watch', personId: people.roos.id })),
	'role.accept': atItem(() => ({ role: 'safety-watch' })),
	'role.decline': atItem(() => ({ role: 'safety-watch', reason: 'nee' })),
	'role.hand-back': atItem(() => ({ role: 'safety-watch', reason: 'klaar' })),
	...recordLines,
	...meetingLines,
	'role.set-mandate': atItem(() => ({ mandate: 'a', escalatesTo: 'b', expected: 0 })),
	'watch.confirm-receipt': atItem(),
	'watch.record-receipt': atItem(() => ({ on: '2026-11-20', name: 'a' })),
	'escalation.record': atItem(() => ({ toWhom: 'a', reason: 'b' })),
	'escalation.answer': atItem(() => ({
		...{ escalationId: ABSENT, on: '2026-11-20', outcome: 'a' }
	})),
	'family-action.add': atItem((_, { people }) => ({
		...{ what: 'a', who: 'oma', due: '2026-12-01', followedBy: people.roos.id }
	})),
	'family-action.settle': atItem(() => ({ familyActionId: ABSENT, status: 'done', expected: 1 })),
	...signalsLines,
	...familyLines,
	...groundsLines,
	...meldcodeStepsLines,
	...referralsLines,
	...closingLines,
	...movingLines,
	...socialMapLines,
	'answer.give': atItem(({ childId }) => ({
		...{ subjectId: childId, questionId: 'A2', value: scale, source: 'zelf', expected: 0 }
	})),
	'answer.rest-not-checked': atItem(({ childId }) => ({ sectionId: 'A', subjectIds: [childId] })),
	'answer.decide': atItem(({ childId }) => ({
		...{ subjectId: childId, questionId: 'A1', value: scale, expected: 0 }
	})),
	'judgement.give': child({ ...judged, safetyReason: 'a', riskReason: 'b' }),
	'judgement.reveal': child(),
	'judgement.decide-jointly': child({ ...judged, motivation: 'a' }),
	'dissent.record': child({ reason: 'a' }),
	'dissent.withdraw': child(),
	'meldcode.decide': child({ decision: 'not', because: 'a', expected: 0 }),
	'action.propose': atItem((_, { organisation }) => ({
		...{ ...agreed, ownerOrganisationId: organisation.cjg }
	})),
	'action.change': {
		...atAction(),
		input: ({ actionId }, { organisation }) => ({
			...{ actionId, ...agreed, ownerOrganisationId: organisation.cjg, expected: 1 }
		})
	},
	'action.accept': atAction(),
	'action.decline': atAction({ reason: 'a' }),
	'action.hand-on': {
		...atAction(),
		input: ({ actionId }, { people }) => ({ actionId, personId: people.yusuf.id })
	},
	'action.start': atAction(),
	'action.finish': atAction({ doneOn: '2026-11-24' }),
	'action.reopen': atAction(),
	'action.leave-unowned': atAction({ due: '2026-12-02' }),
	'action.withdraw': atAction({ reason: 'a' }),
	'feed.create': OWN,
	'feed.revoke': OWN,
	'decisions.ratify': atItem(() => ({ version: 1, hash: 'x'.repeat(43) })),
	'decisions.ratify-without-rest': atItem(),
	'person.add': onOrganisation({ ...colleague, tokenHash }),
	'person.change': {
		...onPerson(),
		input: (_, { people, organisation }) => ({
			...{ ...colleague, personId: people.roos.id, organisationId: organisation.veiligThuis }
		})
	},
	'person.invite': onPerson({ tokenHash }),
	'person.disable': onPerson(),
	'person.enable': onPerson(),
	'person.end-sessions': onPerson(),
	'person.reset-second-factor': onPerson(),
	// These two make something new: the answer is the one for what does not exist.
	'organisation.add': { about: '', outside: NO_ADMINISTRATOR, input: () => organised },
	'table.add': {
		about: '',
		outside: NO_ADMINISTRATOR,
		input: () => ({ name: 'Nieuw', format: 'cjg-intake' })
	},
	'organisation.change': onOrganisation(organised),
	'organisation.archive': onOrganisation(),
	'organisation.restore': onOrganisation(),
	'table.change': onTable({ name: 'Nieuw', minutes: 60, minutesPerCase: 10 }),
	'table.archive': onTable(),
	'table.restore': onTable(),
	'seat.give': administered('tableId', ({ tableId }, { people }) => ({
		...{ tableId, personId: people.esther.id, role: 'member', remote: false }
	})),
	'seat.remove': administered('tableId', ({ tableId }, { people }) => ({
		...{ tableId, personId: people.yusuf.id }
	})),
	'connector.pause': onConnector(),
	'connector.resume': onConnector(),
	'connector.remove': onConnector(),
	'delivery.retry': {
		about: 'deliveryId',
		outside: ['wim', 'nadia', 'jeroen', 'bas'],
		input: ({ deliveryId }) => ({ deliveryId })
	},
	...connectionsLines
};

const NOT_FOUND = { ok: false, error: 'not-found' };

describe('SE11 for who is outside there is nothing: every command × every way to be outside', () => {
	const at = once(attacked);

	test('every command has its line', () => {
		expect(Object.keys(MATRIX).toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
	});

	const entries = Object.entries(MATRIX).flatMap(([name, entry]) =>
		entry ? [{ name, entry }] : []
	);
	test.each(entries)('$name', async ({ name, entry: { about, outside, input } }) => {
		const { app, ids, world, actor } = at();
		const real = input(ids, world);
		const before = await everythingStored(app, ['access_log']);
		for (const person of outside) {
			const forbidden = await run(app, actor(person), name, real);
			expect({ person, ...forbidden }).toEqual({ person, ...NOT_FOUND });
			const [row] = await stored(app).log.newest(1);
			expect(row).toMatchObject({
				personId: world.people[person].id,
				outcome: 'refused',
				event: name,
				ground: 'not-found'
			});
			if (about === '') continue;
			if (about !== 'deliveryId') expect(row?.objectId).toBe(real[about]);
			const absent = await run(app, actor(person), name, { ...real, [about]: ABSENT });
			expect({ person, ...absent }).toEqual({ person, ...forbidden });
		}
		expect(await everythingStored(app, ['access_log'])).toEqual(before);
	});
});

test('SE12 what is for oneself needs no more than being there, and a key is nobody', async () => {
	const { app, world, actor } = await attacked();
	const own = Object.entries(MATRIX).flatMap(([name, entry]) => (entry ? [] : [name]));
	expect(own).toEqual(['feed.create', 'feed.revoke']);
	for (const name of own)
		expect(await run(app, actor('jeroen'), name, { tokenHash })).toMatchObject({ ok: true });
	// An organisation's own key never gives a command: it has three addresses of its own.
	const key = {
		...world.actor('roos'),
		personId: ABSENT,
		administers: 'nothing' as const,
		connectorId: ABSENT
	};
	for (const name of own)
		expect(await run(app, key, name, { tokenHash })).toEqual({ ok: false, error: 'signed-out' });
});
