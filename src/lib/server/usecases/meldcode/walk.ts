import type { Walk } from '#lib/domain/meldcode-steps.ts';
import { standingMarks } from '#lib/domain/straight.ts';
import { newestVersions, talkStep } from '#lib/domain/talk.ts';
import type { Advice, MeldcodeEntry, StoredMark, StoredTalk } from '../../store/meldcode.ts';
import type { Repositories } from '../../store/repositories.ts';

/** What is stored of a case beside its Veilig Thuis step. */
export interface MeldcodeRows {
	entries: MeldcodeEntry[];
	advices: Advice[];
	talks: StoredTalk[];
	marks: StoredMark[];
}

/** The same, as far as someone may know who knows these items (CK1): nothing else leaves here. */
export async function knownRows(
	store: Repositories,
	caseId: string,
	known: ReadonlySet<string>
): Promise<MeldcodeRows> {
	const may = ({ itemId }: { itemId: string }) => known.has(itemId);
	return {
		entries: (await store.meldcode.entries(caseId)).filter(may),
		advices: (await store.meldcode.advices(caseId)).filter(may),
		talks: (await store.meldcode.talks(caseId)).filter(may),
		marks: standingMarks(await store.meldcode.marks(caseId), known)
	};
}

/** How far one professional is in the own five steps. */
export function walkOf(
	{ entries, advices, talks, marks }: MeldcodeRows,
	personId: string,
	organisationId: string
): Walk {
	const own = entries.filter((each) => each.personId === personId).map(({ entry }) => entry);
	const straight = marks.length > 0;
	return {
		signals: own.findLast((each) => each.step === 1)?.value ?? null,
		consulted: own.findLast((each) => each.step === 2)?.value ?? null,
		weighing: own.findLast((each) => each.step === 4)?.value ?? null,
		decisions: own.findLast((each) => each.step === 5)?.value ?? null,
		advised: advices.some((each) => each.organisationId === organisationId),
		talk: talkStep(newestVersions(talks), straight),
		straight
	};
}
