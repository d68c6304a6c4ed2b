import { describe, expect, test } from 'vitest';
import {
	asksForChildren,
	checkSince,
	type Help,
	mayBecome,
	organisationKindOf,
	type Standing,
	STANDINGS,
	tellsNothing
} from './involvement.ts';

describe('how a party stands', () => {
	test.each<[Standing, Standing[]]>([
		['asked', ['involved', 'asked-not-involved', 'taken-back']],
		['involved', ['ended', 'taken-back']],
		['asked-not-involved', ['involved', 'taken-back']],
		['ended', ['involved', 'taken-back']],
		['taken-back', []]
	])('FA6 from %s to %j and to nothing else', (from, to) => {
		expect(STANDINGS.filter((next) => mayBecome(from, next))).toEqual(to);
	});

	test('FA4 since is a month or a day that has come', () => {
		const check = (since: string) => {
			const outcome = checkSince(since, '2026-11-24');
			return outcome.ok ? 'ok' : outcome.error;
		};
		expect(['', '2024-03', '2026-11', '2026-11-24'].map(check)).toEqual(['ok', 'ok', 'ok', 'ok']);
		expect(['2026-12', '2026-11-25'].map(check)).toEqual(['date-in-future', 'date-in-future']);
		expect(['2024-13', '2026-02-30', 'ooit'].map(check)).toEqual(Array(3).fill('date-required'));
	});

	test('FA13 which kind of organisation speaks for a party', () => {
		expect(organisationKindOf('gp')).toBe('gp');
		expect(organisationKindOf('addiction-care')).toBe('adult-mental-health');
		expect(organisationKindOf('childcare')).toBeNull();
		expect(organisationKindOf('other')).toBeNull();
	});

	test('FA14 only parties that every family has are named outside', () => {
		expect((['gp', 'youth-health', 'school', 'childcare'] as const).every(tellsNothing)).toBe(true);
		expect((['addiction-care', 'debt-help', 'police', 'other'] as const).some(tellsNothing)).toBe(
			false
		);
	});
});

describe('who keeps the children in view', () => {
	const help: Help = {
		party: 'adult-mental-health',
		standing: 'involved',
		with: ['anke'],
		childrenInView: null
	};
	const asks = (more: Partial<Help>) => asksForChildren({ ...help, ...more }, ['anke', 'rik']);

	test('FA7 is asked where only adults are helped', () => {
		expect(asks({})).toBe(true);
		expect(asks({ with: ['anke', 'rik'] })).toBe(true);
	});
	test('FA7 is not asked with a child, for the family as a whole, or where nobody is helped', () => {
		expect(asks({ with: ['anke', 'noor'] })).toBe(false);
		expect(asks({ with: [] })).toBe(false);
		expect(asks({ standing: 'asked' })).toBe(false);
		expect(asks({ standing: 'ended' })).toBe(false);
		expect(asks({ party: 'housing' })).toBe(false);
	});
	test('FA7 until it is answered, also with a reason why not', () => {
		expect(asks({ childrenInView: { answer: 'someone', text: 'De behandelaar' } })).toBe(false);
		expect(asks({ childrenInView: { answer: 'not-needed', text: 'Woont elders' } })).toBe(false);
	});
});
