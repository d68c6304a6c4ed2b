import { expect, test } from 'vitest';
import { answersThatCount, type WeighingAnswers, weighingSays } from './weighing.ts';

const yes = { suspicion: 'yes', unsafe: 'no', 'effective-help': 'yes', accepted: 'yes' } as const;

test.each<[string, WeighingAnswers, string, string | null]>([
	['nothing yet', {}, 'unfinished', 'suspicion'],
	['no suspicion', { suspicion: 'no' }, 'no-suspicion', null],
	['unsafe', { suspicion: 'yes', unsafe: 'yes' }, 'norm', null],
	['unsafe, suspicion unsure', { suspicion: 'unknown', unsafe: 'yes' }, 'norm', null],
	['not unsafe', { suspicion: 'yes', unsafe: 'no' }, 'unfinished', 'effective-help'],
	['safety unknown', { suspicion: 'yes', unsafe: 'unknown' }, 'unfinished', 'effective-help'],
	['no help', { suspicion: 'yes', unsafe: 'no', 'effective-help': 'no' }, 'report', null],
	['refused', { ...yes, accepted: 'no' }, 'report', null],
	['not lasting', { ...yes, lasting: 'no' }, 'report', null],
	['help works', { ...yes, lasting: 'yes' }, 'help', null],
	['one unknown is never safe', { ...yes, unsafe: 'unknown', lasting: 'yes' }, 'unclear', null]
])('ME6 %s', (_, answers, outcome, next) => {
	expect(weighingSays(answers)).toEqual({ outcome, next });
});

test('ME6 answers after the one that settles it do not count', () => {
	expect(answersThatCount({ suspicion: 'yes', unsafe: 'yes', accepted: 'no' })).toEqual({
		suspicion: 'yes',
		unsafe: 'yes'
	});
	expect(answersThatCount({ suspicion: 'no', unsafe: 'yes' })).toEqual({ suspicion: 'no' });
	expect(answersThatCount({ unsafe: 'yes' })).toEqual({});
});
