import { mayChangeSignal } from '#lib/domain/signals.ts';
import type { FeedbackView, SignalsPart, SignalView } from '#lib/protocol/views/signals.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { Colleague } from '../../store/people.ts';
import { personRef } from '../person-ref.ts';
import { type KnownSignal, knownSignals } from '../signals/known-signals.ts';
import { signallerOf } from '../signals/signaller.ts';
import type { ItemContext } from './context.ts';

type People = ReadonlyMap<string, Colleague>;

/** The signals this viewer knows of, each with what is owed to whoever gave it. */
export async function signalsPart(context: ItemContext): Promise<SignalsPart> {
	const { store, viewer, caseId, table, known, today } = context;
	const found = await knownSignals(store, {
		personId: viewer.person.id,
		caseId,
		tableId: table.id,
		known,
		today
	});
	const ids = found.flatMap(({ signal, feedback }) => [
		...[signal.signallerId ?? [], signal.recordedBy, signal.withdrawnBy ?? []].flat(),
		...[feedback.tellerId, feedback.givenBy ?? []].flat()
	]);
	const people: People = new Map(
		(await store.people.findMany([...new Set(ids)])).map((one) => [one.person.id, one])
	);
	return { signals: found.map((one) => signalView(one, people, context)) };
}

function signalView(one: KnownSignal, people: People, context: ItemContext): SignalView {
	const { signal } = one;
	const nameOf = (id: string | null) => people.get(id ?? '')?.person.name ?? '';
	return {
		id: signal.id,
		givenOn: signal.givenOn,
		signaller: signallerOf(signal, people),
		fact: signal.fact,
		interpretation: signal.interpretation,
		source: signal.source,
		childId: signal.childId,
		recordedBy: nameOf(signal.recordedBy),
		correctedOn: signal.correctedAt && dayInTheNetherlands(signal.correctedAt),
		withdrawn: signal.withdrawnAt && {
			by: nameOf(signal.withdrawnBy),
			on: dayInTheNetherlands(signal.withdrawnAt),
			reason: signal.withdrawnReason ?? ''
		},
		mayChange: mayChangeSignal(signal, context.viewer.person.id, context.runs).ok,
		revision: signal.revision,
		feedback: feedbackView(one, people, context.viewer.person.id)
	};
}

function feedbackView(
	{ feedback, steps, overdue, released, tellerGone }: KnownSignal,
	people: People,
	viewerId: string
): FeedbackView {
	const { status, tellerId, dueOn, topics, line, givenBy, givenOn, how, reason } = feedback;
	const teller = people.get(tellerId);
	return {
		status,
		teller: teller ? personRef(teller) : null,
		mine: status === 'owed' && tellerId === viewerId && !released,
		released,
		tellerGone,
		dueOn,
		overdue: overdue && !released,
		topics,
		line,
		given: givenOn ? { by: people.get(givenBy ?? '')?.person.name ?? '', on: givenOn, how } : null,
		reason,
		revision: steps
	};
}
