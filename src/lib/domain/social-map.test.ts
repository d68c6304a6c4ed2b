import { describe, expect, test } from 'vitest';
import { imageType, PHOTO_MAX } from './image.ts';
import { checkParty, finds, marksOf } from './social-map.ts';

const TODAY = '2026-11-24';
const dates = { contractFrom: null, contractUntil: null, reviewedOn: TODAY };

test.each([
	['looked over today', TODAY, []],
	['a year ago to the day', '2025-11-24', []],
	['a day more', '2025-11-23', ['review-due']],
	['never', null, ['review-due']]
])('SM4 %s', (_, reviewedOn, marks) => {
	expect(marksOf({ ...dates, reviewedOn }, TODAY)).toEqual(marks);
});

test.each([
	['ended yesterday', '2026-11-23', ['contract-ended']],
	['ends today', '2026-11-24', ['contract-ends-soon']],
	['ends in three months', '2027-02-23', ['contract-ends-soon']],
	['ends later', '2027-02-24', []],
	['has no end', null, []]
])('SM5 a contract that %s', (_, contractUntil, marks) => {
	expect(marksOf({ ...dates, contractUntil }, TODAY)).toEqual(marks);
});

test('SM5, SM10 what can not be is refused', () => {
	const facts = {
		offers: ['Opvoedhulp thuis'],
		ageFrom: 0,
		ageTo: 18,
		contractFrom: '2026-01-01',
		contractUntil: '2026-12-31',
		waiting: 'geen',
		waitingOn: TODAY
	};
	const check = (more: object) => checkParty({ ...facts, ...more }, TODAY);
	expect(check({})).toEqual({ ok: true });
	expect(check({ offers: ['', ' '] })).toEqual({ ok: false, error: 'no-offer' });
	expect(check({ ageFrom: 12, ageTo: 4 })).toEqual({ ok: false, error: 'ages-reversed' });
	expect(check({ contractUntil: '2025-12-31' })).toEqual({ ok: false, error: 'period-reversed' });
	expect(check({ waitingOn: '2026-11-25' })).toEqual({ ok: false, error: 'date-in-future' });
});

describe('SM6 searching', () => {
	const texts = ['Coöperatie Thuis in Noord', 'Schuldhulp', 'Budgetcoach aan huis'];
	test.each([
		['cooperatie', true],
		['COÖPERATIE', true],
		['budget huis', true],
		['huis budget', true],
		['  ', true],
		['verslaving', false],
		['budget verslaving', false]
	])('%s', (typed, found) => {
		expect(finds(typed, texts)).toBe(found);
	});
});

test('SM8 an image is what its bytes say', () => {
	const bytes = (...numbers: number[]) => Uint8Array.from([...numbers, 0, 0, 0, 0]);
	const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
	expect(imageType(png)).toBe('image/png');
	expect(imageType(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
	const riff = new TextEncoder().encode('RIFF1234WEBPVP8 ');
	expect(imageType(riff)).toBe('image/webp');
	expect(imageType(new TextEncoder().encode('RIFF1234WAVEfmt '))).toBeNull();
	for (const text of ['<svg xmlns="http://www.w3.org/2000/svg">', 'GIF89a', '<html>', ''])
		expect(imageType(new TextEncoder().encode(text))).toBeNull();
	expect(PHOTO_MAX).toBe(204_800);
});
