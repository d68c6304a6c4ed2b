import { describe, expect, test } from 'vitest';
import type { StandingAnswer } from './assessment.ts';
import { compare, counted, restsOnOld } from './closing-comparison.ts';
import type { QuestionId, ScaleChoice } from './instrument.ts';

const answer = (
	questionId: QuestionId,
	subjectId: string,
	choice: ScaleChoice,
	observedOn: string | null = null,
	personId = 'yusuf'
): StandingAnswer => ({
	questionId,
	subjectId,
	personId,
	organisationId: 'cjg',
	value: { kind: 'scale', choice },
	source: observedOn && 'zelf gezien',
	observedOn,
	at: '2026-11-24T09:00:00.000Z'
});

describe('CL12 last time beside today', () => {
	const then = {
		counted: counted(
			[
				answer('A4', 'mila', 'not-checked'),
				answer('B7', 'mila', 'suspected'),
				answer('C12', 'joyce', 'observed'),
				answer('E24', 'mila', 'fragile'),
				answer('A4', 'sami', 'observed')
			],
			[]
		),
		joint: [{ childId: 'mila', safety: 'undetermined', grade: 6, risk: 'raised' } as const]
	};
	const now = {
		counted: counted(
			[
				answer('A4', 'mila', 'not-checked'),
				answer('B7', 'mila', 'suspected'),
				answer('B7', 'mila', 'ruled-out', null, 'roos'),
				answer('C12', 'joyce', 'ruled-out')
			],
			[
				{
					questionId: 'B7',
					subjectId: 'mila',
					value: { kind: 'scale', choice: 'ruled-out' }
				}
			]
		),
		joint: [{ childId: 'mila', safety: 'safe', grade: 8, risk: 'low' } as const]
	};

	test('judgement and grade, the outcomes that changed, and what stayed a blind spot', () => {
		expect(compare('mila', ['joyce'], then, now)).toEqual({
			childId: 'mila',
			then: then.joint[0],
			now: now.joint[0],
			difference: 2,
			changes: [
				{ questionId: 'B7', subjectId: 'mila', then: 'suspected', now: 'ruled-out' },
				{ questionId: 'C12', subjectId: 'joyce', then: 'observed', now: 'ruled-out' }
			],
			stillUnknown: [{ questionId: 'A4', subjectId: 'mila' }]
		});
	});

	test('what is not answered yet is no change, and without a judgement there is no difference', () => {
		const empty = { counted: [], joint: [] };
		expect(compare('mila', ['joyce'], then, empty)).toMatchObject({
			now: null,
			difference: null,
			changes: [],
			stillUnknown: []
		});
	});
});

test('CL11 a question rests on old information when its newest observation is', () => {
	const answers = [
		answer('C12', 'joyce', 'ruled-out', '2026-09-01'),
		answer('B7', 'mila', 'suspected', '2026-09-29'),
		answer('B7', 'mila', 'ruled-out', '2026-09-01', 'roos'),
		answer('B9', 'mila', 'suspected', '2026-09-01'),
		answer('B9', 'mila', 'ruled-out', '2026-11-20', 'roos'),
		answer('A1', 'mila', 'not-checked')
	];
	expect(restsOnOld(answers, '2026-11-24')).toEqual([
		{ questionId: 'B7', subjectId: 'mila', observedOn: '2026-09-29' },
		{ questionId: 'C12', subjectId: 'joyce', observedOn: '2026-09-01' }
	]);
});
