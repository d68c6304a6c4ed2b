import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { StoredReferral } from '../../store/referrals.ts';
import type { Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase } from '../at-open-case.ts';
import { knownRecord } from '../known-items.ts';

export interface AtReferral {
	at: OpenCaseItem;
	referral: StoredReferral;
	/** Organisations that have someone at the item. */
	here: ReadonlySet<string>;
}

/** A referral that the actor knows, as he or she saw it. */
export async function atReferral(
	work: Work,
	input: { itemId: string; referralId: string; expected: number }
): Promise<Result<AtReferral>> {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const found = await work.store.referrals.find(input.referralId);
	const referral = await knownRecord(work, at.value, found);
	if (!referral) return fail('not-found');
	if (referral.revision !== input.expected) return fail('stale', { revision: referral.revision });
	const here = await organisationsHere(work, input.itemId);
	return ok({ at: at.value, referral, here: new Set(here.map(({ id }) => id)) });
}

/** The organisations of those who take part in an item. */
export async function organisationsHere(
	{ store }: Work,
	itemId: string
): Promise<{ id: string; name: string }[]> {
	const parts = await store.agenda.participants(itemId);
	const people = await store.people.findMany(parts.map(({ personId }) => personId));
	return people.map(({ organisation }) => organisation);
}
