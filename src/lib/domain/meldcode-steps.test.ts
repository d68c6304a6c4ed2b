import { describe, expect, test } from 'vitest';
import { kindcheckAsks, mayDecide, nextStep, reportingIs, type Walk } from './meldcode-steps.ts';

const NOTHING: Walk = {
	signals: null,
	consulted: null,
	weighing: null,
	decisions: null,
	advised: false,
	talk: 'open',
	straight: false
};
const signals = { signals: 'Blauwe plek.', childTold: false, kindcheck: 'safe' } as const;
const consulted = { who: 'Tirza', on: '2026-11-20', outcome: 'Zorgen gedeeld.' };
const weighed = (answers: object) => ({ answers, because: '', asked: {} });
const helps = weighed({
	suspicion: 'yes',
	unsafe: 'no',
	'effective-help': 'yes',
	accepted: 'yes',
	lasting: 'yes'
});
const unsafe = weighed({ suspicion: 'yes', unsafe: 'yes' });

describe('the next step', () => {
	test('ME2 it is the first that is not done', () => {
		expect(nextStep(NOTHING)).toBe(1);
		expect(nextStep({ ...NOTHING, signals })).toBe(2);
		expect(nextStep({ ...NOTHING, signals, consulted, talk: 'done' })).toBe(4);
		const decisions = { report: false, help: true, because: '' };
		const all: Walk = { ...NOTHING, signals, consulted, talk: 'done', weighing: helps, decisions };
		expect(nextStep(all)).toBeNull();
	});

	test('ME3 a Kindcheck that worries asks for advice, one not done for the check itself', () => {
		expect(kindcheckAsks('worrying')).toBe('consult');
		expect(kindcheckAsks('not-done')).toBe('do-kindcheck');
		expect(kindcheckAsks('safe')).toBeNull();
	});

	test('ME4 advice of Veilig Thuis is a consultation too', () => {
		expect(nextStep({ ...NOTHING, signals, advised: true })).toBe(3);
	});

	test('ME5 where something goes straight to Veilig Thuis the talk is no step', () => {
		const straight: Walk = { ...NOTHING, signals, consulted, talk: 'not-needed', straight: true };
		expect(nextStep(straight)).toBe(4);
	});
});

describe('the two decisions', () => {
	test('ME7 reporting is the norm when unsafe, and when the child tells it itself', () => {
		expect(reportingIs({ signals, weighing: helps })).toBe('open');
		expect(reportingIs({ signals, weighing: unsafe })).toBe('norm');
		expect(reportingIs({ signals: { ...signals, childTold: true }, weighing: helps })).toBe('norm');
		const refused = weighed({
			suspicion: 'yes',
			unsafe: 'no',
			'effective-help': 'yes',
			accepted: 'no'
		});
		expect(reportingIs({ signals, weighing: refused })).toBe('pointed-at');
	});

	test('ME7 deciding otherwise needs a reason', () => {
		const walk = { signals, weighing: unsafe, straight: false };
		expect(mayDecide(walk, { report: false, because: ' ' })).toMatchObject({
			error: 'reason-required'
		});
		expect(mayDecide(walk, { report: false, because: 'Al gemeld door de politie.' }).ok).toBe(true);
		expect(mayDecide(walk, { report: true, because: '' }).ok).toBe(true);
		expect(mayDecide({ ...walk, weighing: helps }, { report: false, because: '' }).ok).toBe(true);
	});

	test('ME8 weighed first, unless it goes straight to Veilig Thuis', () => {
		const none = { signals, weighing: null, straight: false };
		const report = { report: true, because: '' };
		expect(mayDecide(none, report)).toMatchObject({ error: 'weigh-first' });
		expect(mayDecide({ ...none, straight: true }, report).ok).toBe(true);
		expect(mayDecide({ ...none, straight: true }, { report: false, because: '' })).toMatchObject({
			error: 'reason-required'
		});
	});
});
