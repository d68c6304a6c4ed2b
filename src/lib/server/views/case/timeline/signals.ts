import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import { knownSignals } from '../../signals/known-signals.ts';
import { signallerOf } from '../../signals/signaller.ts';
import type { CaseContext } from '../context.ts';

/** Signals on the day they were given, and the feedback on the day it was given (SI9). */
export async function signalsTimeline(context: CaseContext): Promise<TimelineEvent[]> {
	const { store, viewer, caseId, table, known, today } = context;
	const found = await knownSignals(store, {
		personId: viewer.person.id,
		caseId,
		tableId: table.id,
		known,
		today
	});
	const standing = found.filter(({ signal }) => signal.withdrawnAt === null);
	const ids = standing.flatMap(({ signal, feedback }) =>
		[signal.signallerId ?? [], feedback.givenBy ?? []].flat()
	);
	const people = new Map(
		(await store.people.findMany([...new Set(ids)])).map((one) => [one.person.id, one])
	);
	return standing.flatMap(({ signal, feedback }) => {
		const { name, organisation } = signallerOf(signal, people);
		const event = (
			kind: string,
			on: string,
			detail: TimelineEvent['detail'],
			tone: TimelineEvent['tone']
		): TimelineEvent => ({
			id: `${kind}-${signal.id}`,
			on,
			area: 'signals',
			kind,
			detail: { name, organisation, ...detail },
			tone
		});
		return [
			event('signal', signal.givenOn, { fact: signal.fact }, 'amber'),
			...(feedback.status === 'given' && feedback.givenOn
				? [
						event(
							'feedback',
							feedback.givenOn,
							{ by: people.get(feedback.givenBy ?? '')?.person.name ?? '' },
							'green'
						)
					]
				: [])
		];
	});
}
