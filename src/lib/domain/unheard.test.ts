import { describe, expect, test } from 'vitest';
import { partyNamed, type Situation, unheard } from './unheard.ts';

const NOBODY: Situation = {
	ages: [],
	worries: [],
	named: [],
	family: ['Ilyas', 'Samira', 'moeder', 'oma'],
	atTable: [],
	recorded: []
};
const proposed = (more: Partial<Situation>) =>
	unheard({ ...NOBODY, ...more }).map(({ party }) => party);
const about = (questionId: string, subjectId = 'mark') => ({ questionId, subjectId });

describe('who was not heard yet', () => {
	test('FA10 the GP always', () => {
		expect(unheard(NOBODY)).toEqual([
			{ party: 'gp', name: '', because: ['every-family'], subjects: [] }
		]);
	});

	test.each([
		[0, ['gp', 'youth-health', 'childcare']],
		[3, ['gp', 'youth-health', 'childcare']],
		[4, ['gp', 'youth-health', 'school']],
		[17, ['gp', 'youth-health', 'school']],
		[18, ['gp', 'youth-health']],
		[19, ['gp']]
	])('FA10 with a child of %i: %j', (age, parties) => {
		expect(proposed({ ages: [age] })).toEqual(parties);
	});

	test.each([
		['A4', ['veilig-thuis', 'police']],
		['C10', ['adult-mental-health']],
		['C11', ['addiction-care']],
		['C12', ['debt-help', 'housing']],
		['C13', ['veilig-thuis']],
		['C14', []],
		['B7', []]
	])('FA11 a worry at %s: %j', (questionId, parties) => {
		expect(proposed({ worries: [about(questionId)] })).toEqual(['gp', ...parties]);
	});

	test('FA11 each says why, once, and about whom', () => {
		const worries = [about('A4', 'daan'), about('C13', 'mark'), about('C13', 'sandra')];
		const found = unheard({ ...NOBODY, worries }).find(({ party }) => party === 'veilig-thuis');
		expect(found?.because).toEqual([{ questionId: 'A4' }, { questionId: 'C13' }]);
		expect(found?.subjects).toEqual(['daan', 'mark', 'sandra']);
	});

	test('FA12 what F27 names is proposed as that party, else in its own words', () => {
		const found = unheard({ ...NOBODY, named: ['De huisarts', 'voetbalclub', 'Voetbalclub '] });
		expect(found).toEqual([
			{ party: 'gp', name: '', because: ['every-family', 'named'], subjects: [] },
			{ party: 'other', name: 'voetbalclub', because: ['named'], subjects: [] }
		]);
	});

	test('FA12 a member of the family is no party; the GP of one is', () => {
		expect(proposed({ named: ['Oma', 'Samira zelf', 'Moeder'] })).toEqual(['gp']);
		expect(proposed({ named: ['huisarts van moeder', 'psychiater van moeder'] })).toEqual([
			'gp',
			'adult-mental-health'
		]);
	});

	test.each([
		['schoolmaatschappelijk werk', 'social-work'],
		['consultatiebureau', 'youth-health'],
		['jeugd-GGZ', 'other'],
		['Jeugdbescherming', 'certified-institution'],
		['Raad voor de Kinderbescherming', 'child-protection-board'],
		['de juf', 'school'],
		['verslavingszorg', 'addiction-care'],
		['voetbalclub', null]
	])('FA12 “%s” names %s', (words, party) => {
		expect(partyNamed(words)).toBe(party);
	});

	test('FA13 who takes part in the item is heard', () => {
		const atTable = ['school', 'youth-health'] as const;
		expect(proposed({ ages: [9], atTable })).toEqual(['gp']);
		expect(proposed({ worries: [about('C11')], atTable: ['adult-mental-health'] })).toEqual(['gp']);
	});

	test('FA13 whoever has a record is not proposed; another party in one’s own words still is', () => {
		const recorded = [
			{ party: 'gp', name: 'dr. Visser' },
			{ party: 'other', name: 'Voetbalclub' }
		] as const;
		expect(proposed({ recorded, named: ['voetbalclub', 'turnclub'] })).toEqual(['other']);
	});
});
