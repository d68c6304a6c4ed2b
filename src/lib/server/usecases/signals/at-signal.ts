import { itemsKnown } from '#lib/domain/case-knowledge.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { stepsKnown } from '#lib/domain/signals-feedback.ts';
import type { Signal, StoredStep } from '../../store/signals.ts';
import type { Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase } from '../at-open-case.ts';

export interface AtSignal {
	at: OpenCaseItem;
	signal: Signal;
	itemsOldestFirst: string[];
	/** The steps of its feedback that the actor knows; never empty. */
	steps: StoredStep[];
	/** The last of these: how the feedback stands for the actor. */
	feedback: StoredStep;
	/** How many steps there are, also those the actor does not know. */
	stepsTaken: number;
}

/** A signal of an open case, for who knows it (CK1); for anyone else it is not there. */
export async function atSignal(
	work: Work,
	{ itemId, signalId }: { itemId: string; signalId: string }
): Promise<Result<AtSignal, 'not-found' | 'case-closed'>> {
	const found = await atOpenCase(work, itemId);
	if (!found.ok) return found;
	const at = found.value;
	const signal = await work.store.signals.find(signalId);
	const { itemsOldestFirst, known } = await whatIsKnown(work, at);
	if (signal?.caseId !== at.caseId || !known.has(signal.itemId)) return fail('not-found');
	const taken = (await work.store.signals.steps(at.caseId)).filter(
		(step) => step.signalId === signalId
	);
	const steps = stepsKnown(taken, itemsOldestFirst, known);
	const feedback = steps.at(-1);
	if (!feedback) return fail('not-found');
	return ok({ at, signal, itemsOldestFirst, steps, feedback, stepsTaken: taken.length });
}

async function whatIsKnown(work: Work, at: OpenCaseItem) {
	const { store, actor } = work;
	const dated = await store.agenda.datedOfCase(at.caseId);
	const itemsOldestFirst = dated.map(({ item }) => item.id);
	const parts = await store.agenda.participantsOf(itemsOldestFirst);
	const own = parts.filter((part) => part.personId === actor.personId);
	const known = itemsKnown(
		dated.map(({ item, startsAt }) => ({ id: item.id, at: startsAt.getTime() })),
		new Set(own.map((part) => part.itemId)),
		at.runs
	);
	return { itemsOldestFirst, known };
}

/** Takes part in the item, or runs its table: can be said to have given a signal, and can be asked to tell. */
export async function isHere(work: Work, at: OpenCaseItem, personId: string): Promise<boolean> {
	const { store } = work;
	if (await store.agenda.participant(at.item.id, personId)) return true;
	return (await whoRun(work, at)).includes(personId);
}

/** Chair and deputy: what is left lying shows on their "Vandaag". */
export async function whoRun({ store }: Work, at: OpenCaseItem): Promise<string[]> {
	const seats = await store.tables.seats(at.table.id);
	return seats.filter(({ role }) => role !== 'member').map(({ personId }) => personId);
}
