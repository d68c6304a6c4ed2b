import { describe, expect, test } from 'vitest';
import { once, run, stored } from '../support/test-app.ts';
import { ABSENT, attacked, type Attacked, everythingStored, type Who } from './world.ts';

interface Mix {
	name: string;
	/** Someone who may give this command at Mila's item. */
	by: Who;
	input: (at: Attacked, id: string) => Record<string, unknown>;
	/** An id that exists, and is of something else. */
	foreign: (at: Attacked) => string;
	/** What both answer. */
	error: string;
}

const otherChild = ({ world }: Attacked) => world.children.noor[0] ?? '';
const neighbourChild = ({ world }: Attacked) => world.children.deWitBakker[0] ?? '';
const adult = ({ world }: Attacked) => world.caregivers.mila[0] ?? '';
const scale = { kind: 'scale', choice: 'suspected' };
const judged = { safety: 'undetermined', grade: 5, risk: 'raised', expected: 0 };
const question = { reason: 'a', news: 'b', minutes: 5 };
const subject = 'unknown-subject';

/** Every place where a command takes a second id: what is of another case, table or item is not there. */
const MIXES: Mix[] = [
	...[otherChild, neighbourChild, adult].flatMap((foreign): Mix[] => [
		{
			name: 'answer.give',
			by: 'roos',
			input: ({ ids }, subjectId) => ({
				...{ itemId: ids.itemId, subjectId, questionId: 'A2', value: scale, expected: 0 }
			}),
			foreign,
			error: subject
		},
		{
			name: 'answer.rest-not-checked',
			by: 'roos',
			input: ({ ids }, id) => ({
				...{ itemId: ids.itemId, sectionId: 'A', subjectIds: [ids.childId, id] }
			}),
			foreign,
			error: subject
		},
		{
			name: 'answer.decide',
			by: 'hilde',
			input: ({ ids }, subjectId) => ({
				...{ itemId: ids.itemId, subjectId, questionId: 'A1', value: scale, expected: 0 }
			}),
			foreign,
			error: subject
		},
		...(
			[
				['judgement.give', 'roos', { ...judged, safetyReason: 'a', riskReason: 'b' }],
				['judgement.reveal', 'hilde', {}],
				['judgement.decide-jointly', 'hilde', { ...judged, motivation: 'a' }],
				['dissent.record', 'roos', { reason: 'a' }],
				['dissent.withdraw', 'roos', {}],
				['meldcode.decide', 'hilde', { decision: 'not', because: 'a', expected: 0 }]
			] as const
		).map(([name, by, more]): Mix => ({
			name,
			by,
			input: ({ ids }, childId) => ({ itemId: ids.itemId, childId, ...more }),
			foreign,
			error: subject
		})),
		{
			name: 'case.change-family',
			by: 'hilde',
			input: ({ ids }, id) => ({
				...{ caseId: ids.caseId, caregivers: [] },
				children: [{ id, firstName: 'Anders', birthMonth: '2019-01' }]
			}),
			foreign,
			error: 'not-found'
		}
	]),
	{
		name: 'case.change-family',
		by: 'hilde',
		input: ({ ids }, id) => ({
			caseId: ids.caseId,
			children: [{ firstName: 'Kee', birthMonth: '2019-01' }],
			caregivers: [{ id, firstName: 'Anders', lastName: '', relation: 'oom' }]
		}),
		foreign: ({ world }) => world.caregivers.noor[0] ?? '',
		error: 'not-found'
	},
	{
		name: 'answer.give',
		by: 'roos',
		input: ({ ids }, personId) => ({
			...{ itemId: ids.itemId, subjectId: ids.childId, questionId: 'A2', value: scale },
			...{ source: 'zelf', expected: 0, personId }
		}),
		foreign: ({ world }) => world.people.nadia.id,
		error: 'not-a-participant'
	},
	{
		name: 'item.add-case',
		by: 'hilde',
		input: ({ ids }, caseId) => ({
			...{ meetingId: ids.meetingId, caseId, ...question, participants: [] }
		}),
		foreign: ({ world }) => world.case.noor,
		error: 'not-found'
	},
	{
		// A case of her own table, of which she knows nothing.
		name: 'item.add-case',
		by: 'nadia',
		input: ({ ids }, caseId) => ({
			...{ meetingId: ids.meetingId, caseId, ...question, participants: [] }
		}),
		foreign: ({ ids }) => ids.caseId,
		error: 'not-found'
	},
	{
		name: 'item.carry-over',
		by: 'hilde',
		input: ({ ids }, meetingId) => ({ itemId: ids.itemId, meetingId }),
		foreign: ({ world }) => world.meeting.zat,
		error: 'not-found'
	},
	{
		name: 'item.admit',
		by: 'hilde',
		input: ({ ids }, personId) => ({ itemId: ids.itemId, personId }),
		foreign: ({ world }) => world.people.nadia.id,
		error: 'not-found'
	},
	{
		name: 'item.uninvite',
		by: 'hilde',
		input: ({ ids }, personId) => ({ itemId: ids.itemId, personId }),
		foreign: ({ world }) => world.people.wim.id,
		error: 'not-found'
	},
	{
		// Not at the table and not at the item: nobody outside is given an action in person.
		name: 'action.propose',
		by: 'hilde',
		input: ({ ids, world }, ownerPersonId) => ({
			...{ itemId: ids.itemId, title: 'Bellen', due: '2026-12-02', ownerPersonId },
			ownerOrganisationId: world.organisation.partnership
		}),
		foreign: ({ world }) => world.people.jeroen.id,
		error: 'unknown-owner'
	},
	{
		name: 'action.propose',
		by: 'hilde',
		input: ({ ids }, ownerOrganisationId) => ({
			...{ itemId: ids.itemId, title: 'Bellen', due: '2026-12-02', ownerOrganisationId }
		}),
		foreign: ({ world }) => world.people.jeroen.id,
		error: 'unknown-owner'
	},
	{
		name: 'seat.give',
		by: 'petra',
		input: ({ ids }, personId) => ({
			...{ tableId: ids.tableId, personId, role: 'member', remote: false }
		}),
		foreign: ({ world }) => world.organisation.ggd,
		error: 'not-found'
	},
	{
		// Another organisation's administrator can't move a colleague of his into it.
		name: 'person.change',
		by: 'bas',
		input: ({ world }, organisationId) => ({
			...{ personId: world.people.bas.id, organisationId, administers: 'organisation' },
			...{ name: 'Bas Wolters', function: 'x', email: 'bas@noorderveld.example' }
		}),
		foreign: ({ world }) => world.organisation.cjg,
		error: 'not-found'
	}
];

describe('SE13 an id of another case, table or item is an id of nothing', () => {
	const shared = once(attacked);

	test.each(MIXES)('$name by $by', async ({ name, by, input, foreign, error }) => {
		const at = shared();
		const before = await everythingStored(at.app, ['access_log']);
		const mixed = await run(at.app, at.actor(by), name, input(at, foreign(at)));
		const absent = await run(at.app, at.actor(by), name, input(at, ABSENT));
		expect(mixed).toMatchObject({ ok: false, error });
		expect(absent).toEqual(mixed);
		expect(await everythingStored(at.app, ['access_log'])).toEqual(before);
	});
});

test('SE14 a guest can not find out who sits at the table by giving actions away', async () => {
	const at = await attacked();
	const { world, ids } = at;
	await world.do('hilde', 'item.invite', { itemId: ids.itemId, personId: world.people.wim.id });
	const toNadia = (ownerPersonId: string) =>
		run(at.app, at.actor('wim'), 'action.propose', {
			...{ itemId: ids.itemId, title: 'Bellen', due: '2026-12-02', ownerPersonId },
			ownerOrganisationId: world.organisation.municipality
		});
	// Nadia has a seat and was not asked to this item; Petra, of the same organisation, has no seat.
	const seated = await toNadia(world.people.nadia.id);
	expect(seated).toEqual({ ok: false, error: 'unknown-owner' });
	expect(seated).toEqual(await toNadia(world.people.petra.id));
	// What the table agreed on already, the guest may reword, with the owner it has.
	const { actionId } = await world.do<{ actionId: string }>('hilde', 'action.propose', {
		...{ itemId: ids.itemId, title: 'Bellen', due: '2026-12-02' },
		ownerPersonId: world.people.nadia.id,
		ownerOrganisationId: world.organisation.municipality
	});
	const reworded = await run(at.app, at.actor('wim'), 'action.change', {
		...{ actionId, title: 'Morgen bellen', due: '2026-12-02', expected: 1 },
		ownerPersonId: world.people.nadia.id,
		ownerOrganisationId: world.organisation.municipality
	});
	expect(reworded).toMatchObject({ ok: true });
});

test('SE15 nobody is asked to an item who can not sign in, and no more than exist', async () => {
	const at = await attacked();
	const { world, ids } = at;
	await world.do('petra', 'person.disable', { personId: world.people.esther.id });
	const invite = (personId: string) =>
		run(at.app, at.actor('hilde'), 'item.invite', { itemId: ids.itemId, personId });
	const disabled = await invite(world.people.esther.id);
	expect(disabled).toEqual({ ok: false, error: 'unknown-person' });
	expect(await invite(ABSENT)).toEqual(disabled);
	const fresh = await world.do<{ caseId: string }>('hilde', 'case.open', {
		tableId: ids.tableId,
		children: [{ firstName: 'Pim', birthMonth: '2020-02' }],
		caregivers: []
	});
	const bring = (participants: string[]) =>
		run(at.app, at.actor('hilde'), 'item.add-case', {
			...{ meetingId: ids.meetingId, caseId: fresh.caseId, ...question, participants }
		});
	expect(await bring([world.people.esther.id])).toEqual(await bring([ABSENT]));
	expect(await bring(Array.from({ length: 41 }, () => ABSENT))).toMatchObject({
		error: 'invalid-input'
	});
});

test("SE16 an answer kept for who repeats a command is nobody else's, and holds no content", async () => {
	const at = await attacked();
	const { world, ids } = at;
	const id = crypto.randomUUID();
	const input = {
		tableId: ids.tableId,
		children: [{ firstName: 'Pim', birthMonth: '2020-02' }],
		caregivers: []
	};
	const first = await run(at.app, at.actor('hilde'), 'case.open', input, id);
	expect(await run(at.app, at.actor('hilde'), 'case.open', input, id)).toEqual(first);
	const refused = { ok: false, error: 'command-id-reused' };
	expect(await run(at.app, at.actor('yusuf'), 'case.open', input, id)).toEqual(refused);
	expect(await run(at.app, at.actor('jeroen'), 'case.open', input, id)).toEqual(refused);
	const kept = (await everythingStored(at.app)).get('commands') ?? '';
	for (const word of ['Pim', 'Het kind zien', 'Nog niet gezien', 'VT-geheim'])
		expect(kept).not.toContain(word);
	expect((await stored(at.app).commands.find(id))?.personId).toBe(world.people.hilde.id);
});
