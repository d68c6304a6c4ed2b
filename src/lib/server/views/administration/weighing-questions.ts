import { WEIGHING_QUESTIONS } from '#lib/domain/weighing.ts';
import type { App } from '../../app.ts';
import { repositories } from '../../store/repositories.ts';
import type { Actor } from '../../work.ts';

export interface WeighingWords {
	framework: string;
	/** In the order of the framework; '' is the standard wording. */
	words: string[];
	revision: number;
}

/** How an organisation words the weighing questions; null for who does not administer everything. */
export async function weighingWords(
	app: App,
	actor: Actor,
	organisationId: string
): Promise<WeighingWords | null> {
	if (actor.administers !== 'everything') return null;
	const own = await repositories(app.database.reader).meldcode.questionsOf(organisationId);
	return {
		framework: own?.framework ?? '',
		words: WEIGHING_QUESTIONS.map((question) => own?.words[question] ?? ''),
		revision: own?.revision ?? 0
	};
}
