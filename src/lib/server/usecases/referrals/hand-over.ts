import { HANDOVER_POINTS, isHandedOver } from '#lib/domain/handover.ts';
import { maySpeakFor } from '#lib/domain/referral.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { told } from '../at-open-case.ts';
import { atReferral } from './at-referral.ts';

/** One side of a warm handover says which points it has seen to (R29). */
export const confirmHandover: UseCase<CheckedInput<'handover.confirm'>> = async (work, input) => {
	const found = await atReferral(work, input);
	if (!found.ok) return found;
	const { at, referral, here } = found.value;
	const { store, actor, today } = work;
	if (referral.status === 'refused') return fail('referral-ended');
	const giver = { organisationId: referral.fromOrganisationId };
	const taker = { organisationId: referral.toOrganisationId };
	const [side, other] = input.side === 'given' ? [giver, taker] : [taker, giver];
	const how = maySpeakFor(side, other, actor.organisationId, here);
	if (!how) return fail('other-side');
	if (how === 'by-name' && !input.by) return fail('name-required');
	const me = await store.people.find(actor.personId);
	const by = how === 'own' ? (me?.person.name ?? '') : input.by;
	const points = HANDOVER_POINTS.filter((point) => input.points.includes(point));
	const given = input.side === 'given' ? points : referral.given;
	const taken = input.side === 'taken' ? points : referral.taken;
	await store.referrals.change(referral.id, {
		...(input.side === 'given' ? { given, givenBy: by } : { taken, takenBy: by }),
		handedOverOn: isHandedOver({ given, taken }) ? (referral.handedOverOn ?? today) : null,
		revision: referral.revision + 1
	});
	await told(work, at, 'handover.confirm', referral.createdBy);
	return ok();
};
