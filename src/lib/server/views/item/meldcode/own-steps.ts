import {
	hasBegun,
	MELDCODE_STEPS,
	nextStep,
	reportingIs,
	stepDone,
	type Walk
} from '#lib/domain/meldcode-steps.ts';
import type { OthersSteps, OwnSteps, StepWords } from '#lib/protocol/views/meldcode.ts';
import { type MeldcodeRows, walkOf } from '../../../usecases/meldcode/walk.ts';
import { personRef } from '../../person-ref.ts';
import type { ItemContext } from '../context.ts';

/** The viewer's own five steps; null for who is outside the meldcode or takes no part (ME2). */
export async function ownSteps(
	{ store, caseId, viewer, participants }: ItemContext,
	rows: MeldcodeRows
): Promise<OwnSteps | null> {
	const { person, organisation } = viewer;
	const takesPart = participants.some((one) => one.personId === person.id);
	if (!takesPart || !organisation.underMeldcode) return null;
	const all = (await store.meldcode.entries(caseId)).filter((one) => one.personId === person.id);
	const walk = walkOf(rows, person.id, organisation.id);
	return {
		...wordsOf(walk),
		begun: hasBegun(walk),
		done: MELDCODE_STEPS.filter((step) => stepDone(walk, step)),
		next: nextStep(walk),
		reporting: reportingIs(walk),
		advised: walk.advised,
		talk: walk.talk,
		shown: (all.at(-1)?.shownAt ?? null) !== null,
		revision: all.length
	};
}

/** How far the others are who began. Their words leave here only when they showed them to who knows that item. */
export async function othersSteps(
	{ store, viewer, known }: ItemContext,
	rows: MeldcodeRows
): Promise<OthersSteps[]> {
	const others = rows.entries.filter((one) => one.personId !== viewer.person.id);
	const ids = [...new Set(others.map((one) => one.personId))];
	return (await store.people.findMany(ids)).map((colleague): OthersSteps => {
		const { id } = colleague.person;
		const walk = walkOf(rows, id, colleague.organisation.id);
		const shown = others.filter((one) => one.shownAt !== null && known.has(one.shownAt));
		const words = wordsOf(walkOf({ ...rows, entries: shown }, id, colleague.organisation.id));
		const { decisions } = walk;
		return {
			person: personRef(colleague),
			next: nextStep(walk),
			decided: decisions && { report: decisions.report, help: decisions.help },
			words: Object.values(words).some((each) => each !== null) ? words : null
		};
	});
}

function wordsOf({ signals, consulted, weighing, decisions }: Walk): StepWords {
	return { signals, consulted, weighing, decisions };
}
