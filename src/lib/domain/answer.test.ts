import { describe, expect, test } from 'vitest';
import { ANSWER_LIMITS, checkAnswer, type AnswerValue } from './answer.ts';
import { QUESTIONS, SCALES, type ScaleChoice } from './instrument.ts';

const today = '2026-11-24';
const scale = (choice: ScaleChoice): AnswerValue => ({ kind: 'scale', choice });

function check(
	id: string,
	value: AnswerValue,
	source: string | null = 'gesprek moeder',
	observedOn: string | null = '2026-11-12'
) {
	const result = checkAnswer(id, value, source, observedOn, today);
	return result.ok ? 'ok' : result.error;
}

describe('answers on a scale', () => {
	test('AS8 every answer that says something needs a source and a date, for all 25 questions', () => {
		for (const { id, scale: scaleId } of QUESTIONS) {
			if (!scaleId) continue;
			for (const choice of SCALES[scaleId].choices) {
				const known = SCALES[scaleId].requiresSourceAndDate.includes(choice);
				expect(check(id, scale(choice)), `${id} ${choice}`).toBe('ok');
				expect(check(id, scale(choice), null)).toBe(known ? 'source-required' : 'ok');
				expect(check(id, scale(choice), '  ')).toBe(known ? 'source-required' : 'ok');
				expect(check(id, scale(choice), 'ouder', null)).toBe(known ? 'date-required' : 'ok');
			}
		}
	});

	test('AS8 the date exists and is not in the future', () => {
		expect(check('A1', scale('observed'), 'school', '2026-11-24')).toBe('ok');
		expect(check('A1', scale('observed'), 'school', '2026-11-25')).toBe('date-in-future');
		expect(check('A1', scale('observed'), 'school', '2026-02-30')).toBe('date-required');
		expect(check('A1', scale('not-checked'), null, '2026-12-01')).toBe('date-in-future');
	});

	test('AS9 the answer is one of the scale the question is asked on', () => {
		expect(check('A1', scale('present'))).toBe('wrong-answer-kind');
		expect(check('E22', scale('observed'))).toBe('wrong-answer-kind');
	});
});

describe('the other answers', () => {
	const contact = { name: 'Tirza', function: 'JGZ', date: '2026-11-20', how: 'both' as const };
	const open = { question: 'Wie zag Sami?', who: 'Tirza', before: '2026-12-01' };

	test.each<[string, AnswerValue, string]>([
		['F26', { kind: 'contacts', contacts: [] }, 'ok'],
		['F26', { kind: 'contacts', contacts: [contact] }, 'ok'],
		['F26', { kind: 'contacts', contacts: [{ ...contact, name: ' ' }] }, 'incomplete'],
		['F26', { kind: 'contacts', contacts: [{ ...contact, date: '' }] }, 'date-required'],
		['F26', { kind: 'contacts', contacts: [{ ...contact, date: '2027-01-01' }] }, 'date-in-future'],
		['F27', { kind: 'list', items: [] }, 'ok'],
		['F27', { kind: 'list', items: ['huisarts', ''] }, 'incomplete'],
		['F28', { kind: 'open-questions', questions: [] }, 'ok'],
		['F28', { kind: 'open-questions', questions: [open] }, 'ok'],
		['F28', { kind: 'open-questions', questions: [{ ...open, who: '' }] }, 'incomplete'],
		['F28', { kind: 'open-questions', questions: [{ ...open, before: '' }] }, 'date-required'],
		['G29', { kind: 'text', text: 'Ik slaap slecht.' }, 'ok'],
		['G29', { kind: 'text', text: '   ' }, 'incomplete'],
		['G29', { kind: 'text-otherwise', because: 'te jong' }, 'ok'],
		['G29', { kind: 'text-otherwise', because: '' }, 'reason-required'],
		['G30', { kind: 'choice', choice: 'deny' }, 'ok'],
		['G30', { kind: 'choice', choice: 'not-discussed' }, 'reason-required'],
		['G30', { kind: 'choice', choice: 'not-discussed', because: 'eerst veiligheid' }, 'ok'],
		['F26', { kind: 'list', items: [] }, 'wrong-answer-kind'],
		['A1', { kind: 'text', text: 'ja' }, 'wrong-answer-kind'],
		['Z9', { kind: 'text', text: 'ja' }, 'unknown-question']
	])('AS10 %s answered with %j: %s', (id, value, expected) => {
		expect(check(id, value, null, null)).toBe(expected);
	});

	test('AS9 section H is judged, not answered', () => {
		for (const id of ['H31', 'H32', 'H33', 'H34', 'H35']) {
			expect(check(id, { kind: 'text', text: 'veilig' })).toBe('wrong-answer-kind');
			expect(check(id, { kind: 'choice', choice: 'deny' })).toBe('wrong-answer-kind');
		}
	});

	test('AS10 nothing grows without limit', () => {
		const long = 'x'.repeat(ANSWER_LIMITS.text + 1);
		expect(check('G29', { kind: 'text', text: long })).toBe('too-long');
		expect(check('G29', { kind: 'text-otherwise', because: long })).toBe('too-long');
		expect(check('A1', scale('observed'), 'x'.repeat(ANSWER_LIMITS.line + 1))).toBe('too-long');
		const rows = Array.from({ length: ANSWER_LIMITS.rows + 1 }, () => 'oma');
		expect(check('F27', { kind: 'list', items: rows })).toBe('too-long');
	});
});
