import { isRunning, maySpeakFor } from '#lib/domain/referral.ts';
import { mayAvoidCare, stagnationState } from '#lib/domain/stagnation.ts';
import type { ReferralsPart, ReferralView, StagnationView } from '#lib/protocol/views/referrals.ts';
import type { Colleague } from '../../store/people.ts';
import type { StagnationWithAlternatives, StoredReferral } from '../../store/referrals.ts';
import { personRef } from '../person-ref.ts';
import type { ItemContext } from './context.ts';

/** Referrals, stagnation and missed appointments, as far as the viewer knows them (CK1). */
export async function referralsPart(context: ItemContext): Promise<ReferralsPart> {
	const { store, caseId, known, viewer, today } = context;
	const isKnown = ({ itemId }: { itemId: string }) => known.has(itemId);
	const facts = await store.coordination.ofCase(caseId);
	const missed = (await store.referrals.missed(caseId)).filter(isKnown);
	const stagnations = (await store.referrals.stagnations(caseId)).filter(({ stagnation }) =>
		isKnown(stagnation)
	);
	const owners = await store.people.findMany([
		...new Set(stagnations.flatMap(({ alternatives }) => alternatives.map((one) => one.ownerId)))
	]);
	return {
		referrals: (await store.referrals.ofCase(caseId))
			.filter(isKnown)
			.map((one) => referralView(one, context)),
		stagnations: stagnations.map((one) => stagnationView(one, owners, today)),
		missed: missed.map(({ id, missedOn, withWhom, reason, createdBy }) => ({
			...{ id, on: missedOn, withWhom, reason },
			mine: createdBy === viewer.person.id
		})),
		mayAvoidCare: mayAvoidCare(
			missed.map(({ missedOn }) => missedOn),
			facts?.helpStartedOn ?? null
		)
	};
}

function referralView(
	row: StoredReferral,
	{ participants, people, viewer }: ItemContext
): ReferralView {
	const here = new Set(
		participants.flatMap(({ personId }) => people.get(personId)?.organisation.id ?? [])
	);
	const own = viewer.organisation.id;
	const giver = { organisationId: row.fromOrganisationId };
	const taker = { organisationId: row.toOrganisationId };
	const refused = row.status === 'refused';
	const { toOrganisationId: to } = row;
	return {
		id: row.id,
		from: row.fromName,
		to: row.toName,
		reason: row.reason,
		on: row.referredOn,
		status: row.status,
		statusOn: row.statusOn,
		statusReason: row.statusReason,
		expectedOn: row.expectedOn,
		given: {
			points: row.given,
			by: row.givenBy,
			may: refused ? null : maySpeakFor(giver, taker, own, here)
		},
		taken: {
			points: row.taken,
			by: row.takenBy,
			may: refused ? null : maySpeakFor(taker, giver, own, here)
		},
		mayAnswer: isRunning(row.status) && (to === null || !here.has(to) || to === own),
		revision: row.revision
	};
}

function stagnationView(
	{ stagnation, alternatives }: StagnationWithAlternatives,
	owners: readonly Colleague[],
	today: string
): StagnationView {
	const { id, reason, note, since, overOn, revision } = stagnation;
	const current = alternatives.at(-1);
	const owner = owners.find(({ person }) => person.id === current?.ownerId);
	return {
		...{ id, reason, note, since, revision },
		state: stagnationState(overOn, alternatives, today),
		alternative:
			current && current.works !== false
				? { what: current.what, due: current.due, owner: owner ? personRef(owner) : null }
				: null,
		tried: alternatives
			.filter(({ works }) => works === false)
			.map(({ what, note: outcome }) => ({ what, note: outcome }))
	};
}
