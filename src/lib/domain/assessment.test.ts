import { describe, expect, test } from 'vitest';
import type { AnswerValue } from './answer.ts';
import {
	blindSpots,
	completeness,
	countsOf,
	restNotChecked,
	subjectsFor,
	type StandingAnswer
} from './assessment.ts';
import { QUESTIONS, type QuestionId, type ScaleChoice } from './instrument.ts';

const daan = 'child-daan';
const lotte = 'child-lotte';
const mother = 'adult-anke';
const father = 'adult-rik';

function answer(
	questionId: QuestionId,
	subjectId: string,
	choice: ScaleChoice,
	personId = 'wim'
): StandingAnswer {
	return standing(questionId, subjectId, { kind: 'scale', choice }, personId);
}

function standing(
	questionId: QuestionId,
	subjectId: string,
	value: AnswerValue,
	personId = 'wim'
): StandingAnswer {
	return {
		questionId,
		subjectId,
		personId,
		organisationId: 'police',
		value,
		source: 'ter plaatse',
		observedOn: '2026-11-21',
		at: '2026-11-22T09:00:00.000Z'
	};
}

function all(children: string[], adults: string[], signal: ScaleChoice, protection: ScaleChoice) {
	return QUESTIONS.filter(({ scale }) => scale).flatMap(({ id, scale }) =>
		subjectsFor(id, children, adults).map((subject) =>
			answer(id, subject, scale === 'signal' ? signal : protection)
		)
	);
}

describe('whom a question is asked about', () => {
	test('AS4 section C and G30 once per adult, the rest once per child', () => {
		const perAdult = QUESTIONS.filter(({ id }) => subjectsFor(id, [daan], [mother])[0] === mother);
		expect(perAdult.map(({ id }) => id)).toEqual([
			...['C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16', 'C17'],
			'G30'
		]);
		expect(subjectsFor('A1', [daan, lotte], [mother])).toEqual([daan, lotte]);
		expect(subjectsFor('C', [daan, lotte], [mother, father])).toEqual([mother, father]);
		expect(subjectsFor('G', [daan], [mother])).toEqual([daan, mother]);
	});
});

describe('completeness', () => {
	test('instrument rule 1 a blank in A, B, C, D or E is missing; a blind spot is an answer', () => {
		const answers = all([daan], [mother], 'not-checked', 'unknown');
		const done = completeness([daan], [mother], answers, []);
		expect(done).toMatchObject({ missing: [], complete: true });
		for (const { id } of QUESTIONS.filter(({ scale }) => scale)) {
			const without = answers.filter(({ questionId }) => questionId !== id);
			const left = completeness([daan], [mother], without, []);
			expect(left.missing.map(({ questionId }) => questionId)).toEqual([id]);
			expect(left.complete).toBe(false);
		}
	});

	test('instrument rule 1 a blank counts as nothing, never as "no"', () => {
		expect(countsOf('A', daan, [], [])).toEqual([null, null, null, null, null]);
	});

	test('instrument rule 2 C is required for every adult, also where A and B show nothing', () => {
		const answers = [
			...all([daan], [], 'ruled-out', 'present'),
			...all([], [mother], 'ruled-out', 'present')
		];
		const { missing, complete } = completeness([daan], [mother, father], answers, []);
		expect(complete).toBe(false);
		expect(missing).toHaveLength(8);
		expect(missing.every(({ subjectId }) => subjectId === father)).toBe(true);
	});

	test('instrument rule 2 without a registered adult the assessment is never complete', () => {
		const answers = all([daan], [], 'ruled-out', 'present');
		expect(completeness([daan], [], answers, [])).toMatchObject({ missing: [], complete: false });
		expect(completeness([], [mother], [], []).complete).toBe(false);
	});

	test('AS5 counts per section what is asked, answered, unknown and different', () => {
		const answers = [
			answer('A1', daan, 'observed'),
			answer('A1', daan, 'ruled-out', 'hilde'),
			answer('A2', daan, 'not-checked'),
			answer('A3', lotte, 'ruled-out'),
			standing('G29', daan, { kind: 'text', text: 'Ik wil rust.' })
		];
		const { sections } = completeness([daan, lotte], [mother], answers, []);
		expect(sections.A).toEqual({ asked: 10, answered: 3, blindSpots: 1, differences: 1 });
		expect(sections.C).toEqual({ asked: 8, answered: 0, blindSpots: 0, differences: 0 });
		expect(sections.G).toEqual({ asked: 3, answered: 1, blindSpots: 0, differences: 0 });
	});

	test('AS5 a difference the table has answered is no longer counted', () => {
		const answers = [answer('A1', daan, 'observed'), answer('A1', daan, 'ruled-out', 'hilde')];
		const table = [
			{
				questionId: 'A1' as const,
				subjectId: daan,
				value: { kind: 'scale' as const, choice: 'suspected' as const }
			}
		];
		expect(completeness([daan], [mother], answers, table).sections.A.differences).toBe(0);
		expect(countsOf('A', daan, answers, table)[0]).toBe('suspected');
	});

	test('AS5 an answer about someone who is not asked about counts for nobody', () => {
		const answers = [
			answer('A1', 'child-of-another-case', 'observed'),
			answer('C10', daan, 'observed')
		];
		const { sections } = completeness([daan], [mother], answers, []);
		expect(sections.A.answered + sections.C.answered).toBe(0);
	});
});

describe('blind spots', () => {
	test('AS6 each "Niet nagegaan" and "Onbekend" appears in F, until someone knows', () => {
		const unknown = [
			answer('B6', daan, 'not-checked'),
			answer('E24', daan, 'unknown'),
			answer('C11', mother, 'not-checked')
		];
		expect(blindSpots([daan], [mother], unknown, [])).toEqual([
			{ questionId: 'B6', subjectId: daan },
			{ questionId: 'C11', subjectId: mother },
			{ questionId: 'E24', subjectId: daan }
		]);
		const known = [...unknown, answer('B6', daan, 'ruled-out', 'tirza')];
		expect(blindSpots([daan], [mother], known, []).map(({ questionId }) => questionId)).toEqual([
			'C11',
			'E24'
		]);
	});
});

describe('"rest: niet nagegaan"', () => {
	test('AS7 adds only what this person has not answered, in the words of the scale', () => {
		const rest = restNotChecked('A', [daan, lotte], [answer('A1', daan, 'observed')]);
		expect(rest).toHaveLength(9);
		expect(rest[0]).toEqual({
			questionId: 'A1',
			subjectId: lotte,
			value: { kind: 'scale', choice: 'not-checked' }
		});
		const protection = restNotChecked('E', [daan], []);
		expect(protection.map(({ value }) => value)).toEqual(
			Array.from({ length: 4 }, () => ({ kind: 'scale', choice: 'unknown' }))
		);
	});

	test('AS7 sections without a scale have no rest', () => {
		for (const section of ['F', 'G', 'H'] as const) {
			expect(restNotChecked(section, [daan], [])).toEqual([]);
		}
	});

	test('AS7 after it the section has no blanks', () => {
		const own = [answer('D18', daan, 'suspected')];
		const rest = restNotChecked('D', [daan], own);
		const after = [
			...own,
			...rest.map((each) => standing(each.questionId, each.subjectId, each.value))
		];
		expect(completeness([daan], [mother], after, []).sections.D).toMatchObject({
			asked: 4,
			answered: 4,
			blindSpots: 3
		});
	});
});
