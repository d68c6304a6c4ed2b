import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import { dayInTheNetherlands } from '../../../days.ts';
import type { CaseContext } from '../context.ts';

/** Who said yes or no to sharing, with whom it stopped, and what was asked without sharing. */
export async function groundsTimeline(context: CaseContext): Promise<TimelineEvent[]> {
	const { store, caseId, family, known } = context;
	const isKnown = ({ itemId }: { itemId: string }) => known.has(itemId);
	const grounds = (await store.grounds.ofCase(caseId)).filter(isKnown);
	const consents = (await store.grounds.consents(caseId)).filter(isKnown);
	const questions = (await store.anonymousQuestions.ofCase(caseId)).filter(isKnown);
	const organisations = new Map(
		(await store.people.organisations()).map(({ id, name }) => [id, name])
	);
	const asked = new Map(
		(await store.people.findMany(questions.map(({ personId }) => personId))).map((one) => [
			one.person.id,
			`${one.person.name}, ${one.organisation.name}`
		])
	);
	const nameOf = (id: string) =>
		[...family.children, ...family.caregivers].find((one) => one.id === id)?.firstName ?? '';
	const event = (
		id: string,
		on: string,
		kind: string,
		detail: TimelineEvent['detail'],
		tone: TimelineEvent['tone'] = 'neutral'
	): TimelineEvent => ({ id, on, area: 'grounds', kind, detail, tone });
	return [
		...grounds.flatMap(({ id, endedAt, endedBy, endedBecause, organisationId }) =>
			endedAt
				? [
						event(
							id,
							dayInTheNetherlands(endedAt),
							endedBy ? 'ground-withdrawn' : 'ground-expired',
							{ organisation: organisations.get(organisationId) ?? '', because: endedBecause }
						)
					]
				: []
		),
		...consents.flatMap(({ id, on, state, childId, subjectId }) =>
			state === 'not-asked'
				? []
				: [
						event(
							id,
							on,
							`consent-${state}`,
							{ name: nameOf(subjectId), child: nameOf(childId) },
							state === 'given' ? 'green' : state === 'withdrawn' ? 'red' : 'amber'
						)
					]
		),
		...questions.flatMap(({ id, personId, askedAt, answeredAt }) => {
			const detail = { to: asked.get(personId) ?? '' };
			return [
				event(id, dayInTheNetherlands(askedAt), 'asked', detail),
				...(answeredAt
					? [event(`${id}-answer`, dayInTheNetherlands(answeredAt), 'answered', detail, 'green')]
					: [])
			];
		})
	];
}
