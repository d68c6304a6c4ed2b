import { expect, test } from 'vitest';
import { maySkip, skipsSince } from './safety-skip.ts';

test('MT5 without a reason it does not go; something else says what', () => {
	const refused = { ok: false, error: 'safety-not-discussed' };
	expect(maySkip('carried-over', undefined)).toEqual(refused);
	expect(maySkip('removed', undefined)).toEqual(refused);
	expect(maySkip('carried-over', { why: 'no-time', note: '' })).toMatchObject({ ok: true });
	expect(maySkip('removed', { why: 'other', note: '' })).toEqual({
		ok: false,
		error: 'reason-required'
	});
	expect(maySkip('removed', { why: 'other', note: 'Ander overleg.' })).toMatchObject({ ok: true });
});

test('MT5 only what is taken off can have been a mistake', () => {
	expect(maySkip('removed', { why: 'mistake', note: '' })).toMatchObject({ ok: true });
	expect(maySkip('carried-over', { why: 'mistake', note: '' })).toMatchObject({ ok: false });
});

test('MT6 counted since the table last judged, mistakes not', () => {
	const on = (day: number) => new Date(Date.UTC(2026, 10, day));
	const skips = [
		{ why: 'no-time' as const, at: on(1) },
		{ why: 'mistake' as const, at: on(8) },
		{ why: 'information-missing' as const, at: on(15) }
	];
	expect(skipsSince(skips, null)).toHaveLength(2);
	expect(skipsSince(skips, on(2))).toEqual([skips[2]]);
	expect(skipsSince(skips, on(15))).toEqual([]);
});
