import { describe, expect, test } from 'vitest';
import {
	ACTION_STATUSES,
	TITLE_MAX,
	checkAction,
	isOverdue,
	needsChair,
	step,
	type ActionActor,
	type ActionState,
	type ActionStatus,
	type ActionStep
} from './action.ts';

const ofRoos: ActionState = {
	status: 'proposed',
	ownerPersonId: 'roos',
	ownerOrganisationId: 'veilig-thuis',
	due: '2026-11-26',
	reason: null,
	doneOn: null,
	result: null
};
const ofGgd: ActionState = { ...ofRoos, ownerPersonId: null, ownerOrganisationId: 'ggd' };

const roos: ActionActor = { personId: 'roos', organisationId: 'veilig-thuis', isChair: false };
const colleague: ActionActor = { ...roos, personId: 'sam' };
const tirza: ActionActor = { personId: 'tirza', organisationId: 'ggd', isChair: false };
const hilde: ActionActor = { personId: 'hilde', organisationId: 'cjg', isChair: true };
const connector: ActionActor = {
	personId: null,
	organisationId: 'veilig-thuis',
	isChair: false,
	viaOrganisation: true
};

const steps: Record<ActionStep['kind'], ActionStep> = {
	accept: { kind: 'accept' },
	decline: { kind: 'decline', reason: 'Wij hebben geen plek.' },
	'hand-on': { kind: 'hand-on', toPersonId: 'sam', toOrganisationId: 'veilig-thuis' },
	start: { kind: 'start' },
	finish: { kind: 'finish', on: '2026-11-25', result: 'Gesproken.' },
	reopen: { kind: 'reopen' },
	'set-unowned': { kind: 'set-unowned', due: '2026-12-01' },
	withdraw: { kind: 'withdraw' },
	reassign: { kind: 'reassign', toPersonId: null, toOrganisationId: 'ggd', due: '2026-12-03' }
};

describe('from which status', () => {
	test.each<[ActionStep['kind'], ActionActor, ActionStatus[], ActionStatus]>([
		['accept', roos, ['proposed', 'declined'], 'accepted'],
		['decline', roos, ['proposed', 'accepted'], 'declined'],
		['hand-on', roos, ['proposed', 'accepted', 'in-progress'], 'proposed'],
		['start', roos, ['proposed', 'accepted'], 'in-progress'],
		['finish', roos, ['proposed', 'accepted', 'in-progress'], 'done'],
		['reopen', roos, ['done'], 'in-progress'],
		['set-unowned', hilde, ['proposed', 'accepted', 'declined', 'in-progress'], 'unowned'],
		[
			'withdraw',
			hilde,
			['proposed', 'accepted', 'declined', 'unowned', 'in-progress'],
			'withdrawn'
		],
		['reassign', hilde, ['proposed', 'accepted', 'declined', 'unowned', 'in-progress'], 'proposed']
	])('AC1 %s', (kind, actor, from, to) => {
		for (const status of ACTION_STATUSES) {
			const result = step({ ...ofRoos, status }, steps[kind], actor);
			if (from.includes(status)) expect(result).toMatchObject({ value: { status: to } });
			else expect(result, status).toEqual({ ok: false, error: 'wrong-status' });
		}
	});
});

describe('who may', () => {
	const allowed = (action: ActionState, actor: ActionActor) =>
		Object.values(steps)
			.filter((each) => {
				const result = step(action, each, actor);
				return result.ok || result.error !== 'not-yours';
			})
			.map(({ kind }) => kind);

	const owner = ['accept', 'decline', 'hand-on', 'start', 'finish', 'reopen'];

	test('AC2 the owner answers; a colleague does not answer for a named owner', () => {
		expect(allowed(ofRoos, roos)).toEqual(owner);
		expect(allowed(ofRoos, colleague)).toEqual([]);
		expect(allowed(ofRoos, tirza)).toEqual([]);
	});

	test('AC2 of an organisation any member answers, nobody else', () => {
		expect(allowed(ofGgd, tirza)).toEqual(owner);
		expect(allowed(ofGgd, roos)).toEqual([]);
	});

	test('AC3 who answers for the organisation takes the action; a connector takes it for nobody', () => {
		expect(step(ofGgd, steps.accept, tirza)).toMatchObject({ value: { ownerPersonId: 'tirza' } });
		expect(step(ofGgd, steps.finish, tirza)).toMatchObject({ value: { ownerPersonId: 'tirza' } });
		expect(step(ofGgd, steps.decline, tirza)).toMatchObject({ value: { ownerPersonId: null } });
		expect(step(ofGgd, steps.accept, { ...connector, organisationId: 'ggd' })).toMatchObject({
			value: { ownerPersonId: null }
		});
	});

	test('AC4 the chair withdraws, reassigns and leaves unowned, and answers for nobody', () => {
		expect(allowed(ofRoos, hilde)).toEqual(['set-unowned', 'withdraw', 'reassign']);
	});

	test('AC5 a connector brings back status of its own organisation, and nothing else', () => {
		const status = ['accept', 'decline', 'start', 'finish', 'reopen'];
		expect(allowed(ofRoos, connector)).toEqual(status);
		expect(allowed(ofGgd, connector)).toEqual([]);
		expect(allowed(ofRoos, { ...connector, isChair: true })).toEqual(status);
	});
});

describe('what it takes', () => {
	test('AC6 declining needs a reason', () => {
		expect(step(ofRoos, { kind: 'decline', reason: '  ' }, roos)).toMatchObject({
			error: 'reason-required'
		});
		expect(step(ofRoos, steps.decline, roos)).toMatchObject({
			value: { status: 'declined', reason: 'Wij hebben geen plek.' }
		});
	});

	test('AC6 accepting after all clears the reason', () => {
		const declined: ActionState = { ...ofRoos, status: 'declined', reason: 'Geen plek.' };
		expect(step(declined, steps.accept, roos)).toMatchObject({ value: { reason: null } });
	});

	test('AC7 handing on stays within the organisation and asks for an answer again', () => {
		expect(step({ ...ofRoos, status: 'accepted' }, steps['hand-on'], roos)).toMatchObject({
			value: { status: 'proposed', ownerPersonId: 'sam', ownerOrganisationId: 'veilig-thuis' }
		});
		const away: ActionStep = { kind: 'hand-on', toPersonId: 'tirza', toOrganisationId: 'ggd' };
		expect(step(ofRoos, away, roos)).toEqual({ ok: false, error: 'other-organisation' });
	});

	test('AC8 done has a day; the result may be empty, as when a status comes back', () => {
		expect(step(ofRoos, { kind: 'finish', on: '', result: 'x' }, roos)).toMatchObject({
			error: 'date-required'
		});
		expect(step(ofRoos, { kind: 'finish', on: '2026-11-25', result: ' ' }, roos)).toMatchObject({
			value: { doneOn: '2026-11-25', result: null }
		});
	});

	test('AC8 reopening clears day and result', () => {
		const done: ActionState = { ...ofRoos, status: 'done', doneOn: '2026-11-25', result: 'x' };
		expect(step(done, steps.reopen, roos)).toMatchObject({
			value: { status: 'in-progress', doneOn: null, result: null }
		});
	});

	test('AC9 an unowned action is held by the chair with a date', () => {
		expect(step(ofRoos, steps['set-unowned'], hilde)).toMatchObject({
			value: {
				status: 'unowned',
				ownerPersonId: 'hilde',
				ownerOrganisationId: 'cjg',
				due: '2026-12-01'
			}
		});
		expect(step(ofRoos, { kind: 'set-unowned', due: '' }, hilde)).toMatchObject({
			error: 'date-required'
		});
	});

	test('AC9 reassigning gives it a new owner who has to answer', () => {
		const declined: ActionState = { ...ofRoos, status: 'declined', reason: 'Geen plek.' };
		expect(step(declined, steps.reassign, hilde)).toEqual({
			ok: true,
			value: { ...ofGgd, due: '2026-12-03' }
		});
	});

	test('AC10 a step never changes the state it was given', () => {
		const frozen = Object.freeze({ ...ofRoos });
		for (const each of Object.values(steps)) step(frozen, each, { ...roos, isChair: true });
		expect(frozen).toEqual(ofRoos);
	});
});

describe('time', () => {
	test('AC11 overdue is still open after its day; done, declined and withdrawn are not', () => {
		const late = (status: ActionStatus) => isOverdue({ status, due: '2026-11-26' }, '2026-11-27');
		expect(ACTION_STATUSES.filter(late)).toEqual([
			'proposed',
			'accepted',
			'unowned',
			'in-progress'
		]);
		expect(isOverdue(ofRoos, '2026-11-26')).toBe(false);
	});

	test('AC11 unowned, declined, or no answer before the deadline goes to the chair', () => {
		const onTime = (status: ActionStatus) => needsChair({ ...ofRoos, status }, '2026-11-26');
		expect(ACTION_STATUSES.filter(onTime)).toEqual(['declined', 'unowned']);
		expect(needsChair(ofRoos, '2026-11-27')).toBe(true);
		expect(needsChair({ ...ofRoos, status: 'accepted' }, '2026-11-27')).toBe(false);
	});

	test('AC12 a title and a day', () => {
		const due = '2026-11-26';
		expect(checkAction({ title: 'De kinderen zien en spreken', due }).ok).toBe(true);
		expect(checkAction({ title: ' ', due })).toMatchObject({ error: 'title-required' });
		expect(checkAction({ title: 'x'.repeat(TITLE_MAX + 1), due })).toMatchObject({
			error: 'too-long'
		});
		expect(checkAction({ title: 'Bellen', due: '26-11-2026' })).toMatchObject({
			error: 'date-required'
		});
	});
});
