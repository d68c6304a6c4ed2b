import { describe, expect, test } from 'vitest';
import { checkGround, defaultGround, entryOf, type GroundPeriod, isExpired } from './grounds.ts';
import { ORGANISATION_KINDS } from './organisation.ts';

const TODAY = '2026-11-24';
const standing: GroundPeriod = { ground: 'police-act', endsOn: null, endedAt: null };
const withdrawn: GroundPeriod = { ...standing, endedAt: new Date('2026-11-20T10:00:00Z') };
const past: GroundPeriod = { ...standing, endsOn: '2026-11-23' };

describe('the ground of an organisation', () => {
	test('GC2 each kind has the ground of its act, but for those that no act asks to the table', () => {
		const without = ORGANISATION_KINDS.filter((kind) => defaultGround(kind) === null);
		expect(without).toEqual([
			...['gp', 'housing', 'debt-help'],
			...['adult-mental-health', 'youth-mental-health', 'other']
		]);
		expect(defaultGround('police')).toBe('police-act');
		expect(defaultGround('youth-health')).toBe('public-health-act');
	});

	test.each([
		['GC2 the default at a first item', 'police', null, null, 'default'],
		['GC3 none of itself', 'gp', null, null, 'required'],
		['GC3 recorded here beforehand', 'gp', standing, null, 'there'],
		['GC3 here without a ground yet', 'gp', { ...standing, ground: null }, null, 'required'],
		['GC4 one that stands goes along', 'gp', null, standing, 'along'],
		['GC4 what ended at an earlier item does not come back', 'police', null, withdrawn, 'required'],
		['GC4 nor what had its last day', 'police', null, past, 'required'],
		['GC5 withdrawn here: no way back in', 'police', withdrawn, standing, 'required'],
		[
			'GC4 unrecorded at an earlier item: the default',
			'police',
			null,
			{ ...standing, ground: null },
			'default'
		]
	] as const)('%s', (_, kind, here, earlier, expected) => {
		expect(entryOf(kind, { here, earlier }, TODAY).kind).toBe(expected);
	});

	test('GC6 the last day still counts', () => {
		expect(isExpired({ endsOn: TODAY }, TODAY)).toBe(false);
		expect(isExpired({ endsOn: '2026-11-23' }, TODAY)).toBe(true);
		expect(isExpired({ endsOn: null }, TODAY)).toBe(false);
	});

	test('GC1 what says nothing by itself is explained; not informed has its reason', () => {
		const facts = {
			ground: 'vital-interest' as const,
			explanation: '',
			informed: null,
			notInformedBecause: '',
			endsOn: null
		};
		expect(checkGround(facts, TODAY)).toMatchObject({ error: 'explanation-required' });
		const explained = { ...facts, explanation: 'De moeder wordt bedreigd.' };
		expect(checkGround(explained, TODAY)).toMatchObject({ ok: true });
		expect(checkGround({ ...explained, informed: false }, TODAY)).toMatchObject({
			error: 'not-informed-why'
		});
		expect(checkGround({ ...explained, endsOn: '2026-11-23' }, TODAY)).toMatchObject({
			error: 'date-in-past'
		});
	});
});
