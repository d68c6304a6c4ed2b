import { describe, expect, test } from 'vitest';
import {
	answersWithdrawal,
	askedInFamily,
	consentNeeded,
	type ConsentFact,
	isConsented,
	standingConsent,
	withdrawnConsents
} from './consent.ts';

const both = [
	{ id: 'moeder', custody: 'yes' as const },
	{ id: 'vader', custody: 'unknown' as const }
];

describe('whose consent is needed', () => {
	test.each([
		['five', '2021-04', '2026-11-24', false, true],
		['the month before the twelfth birthday', '2014-12', '2026-11-30', false, true],
		['the first of the month of it: may be twelve', '2014-12', '2026-12-01', true, true],
		['the month after', '2014-12', '2027-01-01', true, true],
		['the month before the sixteenth birthday', '2010-12', '2026-11-30', true, true],
		['the last of the month of it: may be fifteen', '2010-12', '2026-12-31', true, true],
		['the month after it', '2010-12', '2027-01-01', true, false],
		['over the turn of the year', '2011-01', '2027-02-01', true, false],
		['not born yet', '2027-02', '2026-11-24', false, true]
	])('GC8 %s', (_, birthMonth, today, youth, parents) => {
		const needed = consentNeeded(birthMonth, today, both);
		expect(needed).toEqual({
			youth,
			custodians: parents ? ['moeder', 'vader'] : [],
			custodianUnknown: false
		});
	});

	test('GC9 custody is taken for granted until it is denied; nobody with custody is a question', () => {
		const without = [{ id: 'oma', custody: 'no' as const }];
		expect(consentNeeded('2021-04', '2026-11-24', [...both, ...without]).custodians).toEqual([
			'moeder',
			'vader'
		]);
		expect(consentNeeded('2021-04', '2026-11-24', without).custodianUnknown).toBe(true);
		expect(consentNeeded('2013-04', '2026-11-24', []).custodianUnknown).toBe(true);
		expect(consentNeeded('2010-06', '2026-11-24', []).custodianUnknown).toBe(false);
	});

	test('GC8 other ages can be set', () => {
		const ages = { youth: 10, alone: 18 };
		expect(consentNeeded('2016-01', '2026-11-24', both, ages).youth).toBe(true);
		expect(consentNeeded('2009-01', '2026-11-24', both, ages).custodians).toHaveLength(2);
	});
});

describe('what was said', () => {
	const children = [
		{ id: 'daan', birthMonth: '2021-04' },
		{ id: 'lotte', birthMonth: '2014-12' }
	];
	const fact = (
		childId: string,
		subjectId: string,
		state: ConsentFact['state'],
		organisationIds: string[] | null = null
	): ConsentFact => ({ childId, subjectId, state, organisationIds });
	const family = askedInFamily(children, ['moeder', 'vader'], [], '2026-11-24');
	const everyone = ['daan', 'lotte'].flatMap((child) => [
		fact(child, 'moeder', 'given'),
		fact(child, 'vader', 'given')
	]);

	test('GC10 both parents, for each child; the newest word counts', () => {
		expect(isConsented('politie', family, everyone)).toBe(true);
		expect(isConsented('politie', family, everyone.slice(1))).toBe(false);
		const later = [...everyone, fact('lotte', 'vader', 'withdrawn')];
		expect(isConsented('politie', family, later)).toBe(false);
		expect(standingConsent(later, { childId: 'daan', subjectId: 'vader' })?.state).toBe('given');
		expect(withdrawnConsents(family, later)).toHaveLength(1);
	});

	test('GC10 for named organisations it is for those alone', () => {
		const named = [...everyone, fact('daan', 'vader', 'given', ['ggd'])];
		expect(isConsented('ggd', family, named)).toBe(true);
		expect(isConsented('politie', family, named)).toBe(false);
	});

	test('GC8 who turns twelve between two meetings is asked from that month on', () => {
		const december = askedInFamily(children, ['moeder', 'vader'], [], '2026-12-01');
		expect(isConsented('politie', december, everyone)).toBe(false);
		expect(isConsented('politie', december, [...everyone, fact('lotte', 'lotte', 'given')])).toBe(
			true
		);
	});

	test('GC8 from sixteen on what a parent took back does not count any more', () => {
		const jayden = [{ id: 'jayden', birthMonth: '2010-06' }];
		const facts = [fact('jayden', 'moeder', 'withdrawn'), fact('jayden', 'jayden', 'given')];
		const now = askedInFamily(jayden, ['moeder'], [], '2026-11-24');
		expect(isConsented('politie', now, facts)).toBe(true);
		expect(withdrawnConsents(now, facts)).toEqual([]);
	});

	test('GC9 nobody with custody: no consent', () => {
		const custody = ['daan', 'lotte'].flatMap((childId) =>
			['moeder', 'vader'].map((caregiverId) => ({ childId, caregiverId, custody: 'no' as const }))
		);
		const alone = askedInFamily(children, ['moeder', 'vader'], custody, '2026-11-24');
		expect(isConsented('politie', alone, everyone)).toBe(false);
	});

	test('GC12 a reason from before the withdrawal does not answer it', () => {
		const [before, at] = [new Date(1_000), new Date(2_000)];
		expect(answersWithdrawal(null, [at])).toBe(false);
		expect(answersWithdrawal(before, [at])).toBe(false);
		expect(answersWithdrawal(at, [before, at])).toBe(true);
		expect(answersWithdrawal(null, [])).toBe(true);
	});
});
