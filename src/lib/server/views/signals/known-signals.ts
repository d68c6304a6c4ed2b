import { isOverdue, stepsKnown } from '#lib/domain/signals-feedback.ts';
import type { AgendaItem } from '../../store/agenda.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { Signal, StoredStep } from '../../store/signals.ts';

/** A signal as someone knows it. */
export interface KnownSignal {
	signal: Signal;
	/** How its feedback stands, for the viewer. */
	feedback: StoredStep;
	/** How many steps of it the viewer knows. */
	steps: number;
	overdue: boolean;
	/** The viewer was to tell, and another took it over at an item without the viewer (SI8). */
	released: boolean;
	/** Who would tell takes no part any more in what the viewer knows of the case. */
	tellerGone: boolean;
}

interface Viewer {
	personId: string;
	caseId: string;
	tableId: string;
	known: ReadonlySet<string>;
	today: string;
}

/** The signals of a case that the viewer knows (CK1), newest first, withdrawn ones among them. */
export async function knownSignals(store: Repositories, viewer: Viewer): Promise<KnownSignal[]> {
	const { caseId, known, personId, today } = viewer;
	const signals = (await store.signals.ofCase(caseId)).filter(({ itemId }) => known.has(itemId));
	if (signals.length === 0) return [];
	const dated = await store.agenda.datedOfCase(caseId);
	const order = dated.map(({ item }) => item.id);
	const all = await store.signals.steps(caseId);
	const there = await whoTakePart(store, viewer, dated);
	return signals
		.flatMap((signal) => {
			const own = all.filter((step) => step.signalId === signal.id);
			const steps = stepsKnown(own, order, known);
			const feedback = steps.at(-1);
			if (!feedback) return [];
			const newest = stepsKnown(own, order, new Set(order)).at(-1);
			const stands = newest?.status === 'owed' && newest.tellerId === personId;
			return [
				{
					signal,
					feedback,
					steps: steps.length,
					overdue: isOverdue(feedback, today),
					released:
						feedback.status === 'owed' &&
						feedback.tellerId === personId &&
						newest?.id !== feedback.id &&
						!stands,
					tellerGone: feedback.status === 'owed' && !there.has(feedback.tellerId)
				}
			];
		})
		.toSorted(
			(a, b) =>
				b.signal.givenOn.localeCompare(a.signal.givenOn) ||
				b.signal.recordedAt.getTime() - a.signal.recordedAt.getTime()
		);
}

/** At the items that the viewer knows, and who run the table. */
async function whoTakePart(
	store: Repositories,
	{ known, tableId }: Viewer,
	dated: readonly { item: AgendaItem }[]
): Promise<Set<string>> {
	const ids = dated.map(({ item }) => item.id).filter((id) => known.has(id));
	const parts = await store.agenda.participantsOf(ids);
	const seats = await store.tables.seats(tableId);
	return new Set([
		...parts.map(({ personId }) => personId),
		...seats.filter(({ role }) => role !== 'member').map(({ personId }) => personId)
	]);
}
