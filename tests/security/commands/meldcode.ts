import type { meldcodeStepsCommands } from '#lib/protocol/commands/meldcode.ts';
import { atItem, child, type Lines, NO_ADMINISTRATOR } from './lines.ts';

const fresh = { expected: 0 };
const whom = ({ childId }: { childId: string }) => ({ caregiverIds: [], childIds: [childId] });

export const meldcodeStepsLines: Lines<keyof typeof meldcodeStepsCommands> = {
	'steps.map-signals': atItem(() => ({
		...{ ...fresh, signals: 'a', childTold: false, kindcheck: 'safe' }
	})),
	'steps.consult': atItem(() => ({ ...fresh, who: 'a', on: '2026-11-20', outcome: 'b' })),
	'steps.weigh': atItem(() => ({ ...fresh, answers: { suspicion: 'no' } })),
	'steps.decide': atItem(() => ({ ...fresh, report: true, help: true })),
	'steps.show': atItem(() => ({ shown: true })),
	'advice.record': atItem(({ childId }) => ({
		childIds: [childId],
		askedOn: '2026-11-20',
		adviser: 'a',
		advice: 'b',
		named: false
	})),
	'expertise.invite': atItem(() => ({ expertise: 'veilig-thuis' })),
	'straight.mark': child({ kind: 'honour' }),
	'straight.take-back': child({ kind: 'honour', reason: 'a' }),
	'talk.plan': atItem((ids, { people }) => ({
		...{ ...fresh, ...whom(ids), holderId: people.roos.id, on: '2026-12-01' }
	})),
	'talk.record': atItem(({ childId }) => ({
		...{ ...fresh, talkId: childId, on: '2026-11-20', outcome: 'a' }
	})),
	'talk.leave': atItem((ids) => ({ ...fresh, ...whom(ids), because: 'a' })),
	'pressure.choose': atItem((_, { people }) => ({
		kind: 'pressure',
		what: 'a',
		why: 'b',
		carrierId: people.roos.id,
		told: 'c',
		lookBackOn: '2026-12-01',
		agreed: true
	})),
	'pressure.not-now': atItem(() => ({ because: 'a' })),
	'pressure.step-down': atItem(() => ({ because: 'a', agreed: true })),
	'weighing.set-questions': {
		about: 'organisationId',
		outside: NO_ADMINISTRATOR,
		input: (_, { organisation }) => ({
			organisationId: organisation.cjg,
			...fresh,
			words: ['', '', '', '', '']
		})
	}
};
