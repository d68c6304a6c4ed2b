import { mayDecide } from '#lib/domain/meldcode-steps.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { answersThatCount, type WeighingQuestion, weighingSays } from '#lib/domain/weighing.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { StepEntry } from '../../store/schema/index.ts';
import type { UseCase } from '../../work.ts';
import { told } from '../at-open-case.ts';
import { addEntry, atOwnSteps } from './at-own-steps.ts';

/** Step 1: what gives cause for worry, whether the child told it, and the Kindcheck. */
export const mapSignals: UseCase<CheckedInput<'steps.map-signals'>> = (work, input) => {
	const { signals, childTold, kindcheck } = input;
	return addEntry(work, input, () =>
		ok({ step: 1 as const, value: { signals, childTold, kindcheck } })
	);
};

/** Step 2: which colleague it was looked at with. */
export const consult: UseCase<CheckedInput<'steps.consult'>> = (work, input) => {
	const { who, on, outcome } = input;
	return addEntry(work, input, () =>
		on > work.today ? fail('date-in-future') : ok({ step: 2 as const, value: { who, on, outcome } })
	);
};

/** Step 4: the weighing, with the questions as one's own organisation words them today. */
export const weigh: UseCase<CheckedInput<'steps.weigh'>> = async (work, input) => {
	const answers = answersThatCount(input.answers);
	const own = await work.store.meldcode.questionsOf(work.actor.organisationId);
	const asked = Object.fromEntries(
		Object.entries(own?.words ?? {}).filter(([question]) => answers[question as WeighingQuestion])
	);
	return addEntry(work, input, (): Result<StepEntry> =>
		weighingSays(answers).outcome === 'unfinished'
			? fail('weighing-unfinished')
			: ok({ step: 4, value: { answers, because: input.because, asked } })
	);
};

/** Step 5: two decisions, one's own (R14): no chair and no table takes them. */
export const decideOwn: UseCase<CheckedInput<'steps.decide'>> = (work, input) => {
	const { report, help, because } = input;
	return addEntry(work, input, (walk): Result<StepEntry> => {
		const may = mayDecide(walk, { report, because });
		return may.ok ? ok({ step: 5, value: { report, help, because } }) : may;
	});
};

/** Shows one's own words to the others who may know this item, or keeps them to oneself again. */
export const showSteps: UseCase<CheckedInput<'steps.show'>> = async (work, { itemId, shown }) => {
	const found = await atOwnSteps(work, itemId);
	if (!found.ok) return found;
	const { at, own } = found.value;
	if (own.length === 0) return fail('nothing-to-show');
	await work.store.meldcode.showEntries(at.caseId, work.actor.personId, shown ? itemId : null);
	await told(work, at, 'steps.show');
	return ok();
};
