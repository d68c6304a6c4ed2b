import { describe, expect, test } from 'vitest';
import {
	checkReferral,
	isPingPong,
	mayAnswerReferral,
	maySpeakFor,
	referralsWithoutHelp,
	REFERRAL_STATUSES,
	isRunning
} from './referral.ts';

const TODAY = '2026-11-24';
const answer = (status: (typeof REFERRAL_STATUSES)[number], more = {}) => ({
	status,
	reason: '',
	expectedOn: null,
	...more
});

test('RF1 not to oneself, and not in the future', () => {
	const referral = { from: 'CJG Noorderveld', to: 'Wijkteam', on: TODAY };
	expect(checkReferral(referral, TODAY).ok).toBe(true);
	expect(checkReferral({ ...referral, to: ' cjg noorderveld' }, TODAY)).toMatchObject({
		error: 'same-party'
	});
	expect(checkReferral({ ...referral, on: '2026-11-25' }, TODAY)).toMatchObject({
		error: 'date-in-future'
	});
});

describe('RF2 how a referral goes on', () => {
	test.each([
		['asked', 'accepted', true],
		['asked', 'started', true],
		['accepted', 'started', true],
		['accepted', 'accepted', false],
		['refused', 'accepted', false],
		['started', 'refused', false]
	] as const)('RF2 from %s to %s: %s', (from, to, may) => {
		expect(mayAnswerReferral(from, answer(to, { reason: 'vol' }), TODAY).ok).toBe(may);
	});

	test('RF2 a no has a reason, a waiting list a day that is still to come', () => {
		const said = (more: object, status: (typeof REFERRAL_STATUSES)[number] = 'waiting-list') =>
			mayAnswerReferral('asked', answer(status, more), TODAY);
		expect(said({}, 'refused')).toMatchObject({ error: 'reason-required' });
		expect(said({})).toMatchObject({ error: 'date-required' });
		expect(said({ expectedOn: '2026-11-23' })).toMatchObject({ error: 'date-in-past' });
		expect(said({ expectedOn: '2027-04-24' }).ok).toBe(true);
	});

	test('RF2 only started and refused are its end', () => {
		expect(REFERRAL_STATUSES.filter((status) => !isRunning(status))).toEqual([
			'refused',
			'started'
		]);
	});
});

test('RF4 every referral counts until help has started; the second is the alarm', () => {
	expect(referralsWithoutHelp([1, 2, 3], null)).toBe(3);
	expect(referralsWithoutHelp([1, 2, 3], TODAY)).toBe(0);
	expect([0, 1, 2, 3].map(isPingPong)).toEqual([false, false, true, true]);
});

describe('RF6 who speaks for a side of the handover', () => {
	const [cjg, vt, outside] = [
		{ organisationId: 'cjg' },
		{ organisationId: 'vt' },
		{ organisationId: null }
	];
	const here = new Set(['cjg', 'vt', 'police']);

	test('RF6 a side that is at the item speaks for itself', () => {
		expect(maySpeakFor(vt, cjg, 'vt', here)).toBe('own');
		expect(maySpeakFor(vt, cjg, 'cjg', here)).toBeNull();
	});
	test('RF6 for one that is not, the other side does; and when neither is, whoever is there', () => {
		expect(maySpeakFor(outside, cjg, 'cjg', here)).toBe('by-name');
		expect(maySpeakFor(outside, cjg, 'police', here)).toBeNull();
		expect(maySpeakFor(outside, { organisationId: 'gone' }, 'police', here)).toBe('by-name');
	});
});
