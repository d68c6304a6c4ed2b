import { isPingPong } from '#lib/domain/referral.ts';
import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import type { StagnationWithAlternatives, StoredReferral } from '../../../store/referrals.ts';
import type { CaseContext } from '../context.ts';

/** Where the family was sent, what stagnated and what was tried instead, appointments, escalations. */
export async function referralsTimeline(context: CaseContext): Promise<TimelineEvent[]> {
	const { store, caseId, known } = context;
	const isKnown = ({ itemId }: { itemId: string }) => known.has(itemId);
	const referrals = (await store.referrals.ofCase(caseId)).filter(isKnown);
	const stagnations = (await store.referrals.stagnations(caseId)).filter(({ stagnation }) =>
		isKnown(stagnation)
	);
	return [
		...referrals.flatMap((one, before) => courseOf(one, before + 1)),
		...stagnations.flatMap(courseOfStagnation),
		...(await store.referrals.missed(caseId))
			.filter(isKnown)
			.map(({ id, missedOn, withWhom, reason }) =>
				event(id, missedOn, 'missed', { withWhom, reason }, 'amber')
			),
		...(await escalations(context)),
		...(await store.coordination.familyActions(caseId))
			.filter((one) => isKnown(one) && one.status === 'done')
			.map(({ id, statusOn, what, who }) =>
				event(id, statusOn, 'family-did', { what, who }, 'green')
			)
	];
}

function event(
	id: string,
	on: string,
	kind: string,
	detail: TimelineEvent['detail'],
	tone: TimelineEvent['tone'] = 'neutral'
): TimelineEvent {
	return { id, on, area: 'referrals', kind, detail, tone };
}

/** `nth`: the how manieth time that the family was sent on. */
function courseOf(one: StoredReferral, nth: number): TimelineEvent[] {
	const between = { from: one.fromName, to: one.toName };
	const { status, statusOn, statusReason: reason, expectedOn, handedOverOn } = one;
	return [
		event(
			one.id,
			one.referredOn,
			'referred',
			{ ...between, reason: one.reason, nth },
			isPingPong(nth) ? 'red' : 'neutral'
		),
		...(status === 'asked'
			? []
			: [event(`${one.id}-${status}`, statusOn, status, { ...between, reason, expectedOn })]),
		...(handedOverOn
			? [event(`${one.id}-handed-over`, handedOverOn, 'handed-over', between, 'green')]
			: [])
	];
}

function courseOfStagnation({
	stagnation,
	alternatives
}: StagnationWithAlternatives): TimelineEvent[] {
	const { id, since, reason, note, overOn } = stagnation;
	return [
		event(id, since, 'stagnated', { reason, note }, overOn ? 'neutral' : 'red'),
		...alternatives.map((one) =>
			event(one.id, one.agreedOn, 'alternative', { what: one.what, due: one.due })
		),
		...alternatives
			.filter((one) => one.works === false && one.lookedBackOn)
			.map((one) =>
				event(
					`${one.id}-back`,
					one.lookedBackOn ?? '',
					'did-not-work',
					{ what: one.what, note: one.note },
					'amber'
				)
			),
		...(overOn ? [event(`${id}-over`, overOn, 'over', { reason, note }, 'green')] : [])
	];
}

async function escalations({ store, caseId, known }: CaseContext): Promise<TimelineEvent[]> {
	const rows = (await store.coordination.escalations(caseId)).filter((one) =>
		known.has(one.itemId)
	);
	const people = await store.people.findMany([...new Set(rows.map((one) => one.createdBy))]);
	return rows.flatMap((one) => {
		const name = people.find(({ person }) => person.id === one.createdBy)?.person.name ?? '';
		const { toWhom, reason, outcome } = one;
		return [
			event(one.id, one.escalatedOn, 'escalated', { name, toWhom, reason }, 'amber'),
			...(one.answeredOn
				? [event(`${one.id}-answered`, one.answeredOn, 'answered', { toWhom, outcome })]
				: [])
		];
	});
}
