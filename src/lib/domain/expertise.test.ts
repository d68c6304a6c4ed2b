import { expect, test } from 'vitest';
import { asksForExpertise, missingExpertise, whomToAsk } from './expertise.ts';
import type { OrganisationKind } from './organisation.ts';

const one = (does: string, organisationKind: OrganisationKind, id = does) => ({
	id,
	function: does,
	organisationKind
});
const mentor = one('mentor', 'school');
const yusuf = one('gedragswetenschapper', 'cjg');
const officer = one('intern begeleider en aandachtsfunctionaris', 'school');
const doctor = one('Jeugdarts KNMG', 'youth-health');
const roos = one('medewerker', 'veilig-thuis');

test('ME11 expertise follows from function and organisation', () => {
	expect(missingExpertise([mentor])).toEqual([
		'attention-officer',
		'behavioural-scientist',
		'youth-doctor',
		'veilig-thuis'
	]);
	expect(missingExpertise([yusuf, officer])).toEqual(['youth-doctor', 'veilig-thuis']);
	expect(missingExpertise([yusuf, officer, doctor, roos])).toEqual([]);
});

test('ME11 it is asked for when something of A counts, and when nobody checked', () => {
	expect(asksForExpertise(['ruled-out', 'suspected'])).toBe('positive');
	expect(asksForExpertise(['ruled-out', 'not-checked'])).toBe('unchecked');
	expect(asksForExpertise(['ruled-out', null])).toBe('unchecked');
	expect(asksForExpertise(['ruled-out', 'ruled-out'])).toBeNull();
});

test('ME12 a seat at the table goes first, then anyone who can be asked', () => {
	const other = one('medewerker', 'veilig-thuis', 'other');
	expect(whomToAsk('veilig-thuis', [mentor, other, roos], new Set([roos.id]))).toBe(roos);
	expect(whomToAsk('veilig-thuis', [mentor, other, roos], new Set())).toBe(other);
	expect(whomToAsk('youth-doctor', [mentor, roos], new Set())).toBeNull();
});
