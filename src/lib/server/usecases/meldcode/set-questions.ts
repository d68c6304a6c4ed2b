import { fail, ok } from '#lib/domain/result.ts';
import { WEIGHING_QUESTIONS } from '#lib/domain/weighing.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { administerEverything } from '../administration/administrator.ts';

/** How an organisation words the five weighing questions: each profession has its own framework (R14). */
export const setQuestions: UseCase<CheckedInput<'weighing.set-questions'>> = async (
	work,
	input
) => {
	const { organisationId, expected, framework, words } = input;
	const entry = {
		event: 'weighing.set-questions',
		objectKind: 'organisation',
		objectId: organisationId
	} as const;
	const allowed = await administerEverything(work, entry);
	if (!allowed.ok) return allowed;
	const { people, meldcode } = work.store;
	if (!(await people.organisation(organisationId))) return fail('not-found');
	const revision = (await meldcode.questionsOf(organisationId))?.revision ?? 0;
	if (revision !== expected) return fail('stale', { revision });
	const own = WEIGHING_QUESTIONS.map((question, index) => [question, words[index] ?? ''] as const);
	await meldcode.setQuestions({
		organisationId,
		framework,
		words: Object.fromEntries(own.filter(([, text]) => text !== '')),
		revision: revision + 1
	});
	await work.log({ ...entry, ground: 'administrator' });
	return ok();
};
