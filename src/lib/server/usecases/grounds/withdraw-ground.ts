import { isConsented } from '#lib/domain/consent.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase, Work } from '../../work.ts';
import { caseItem, type OpenCaseItem } from '../assessment/open-case-item.ts';
import { told } from '../at-open-case.ts';
import { knownToActor } from '../known-items.ts';
import { consentAround, newestGrounds, organisationsRunning } from './around.ts';
import { endGround } from './end-ground.ts';

/** Stops sharing with an organisation: its people are out of the item at once (GC5). */
export const withdrawGround: UseCase<CheckedInput<'ground.withdraw'>> = async (work, input) => {
	const at = await mayStop(work, input.itemId);
	if (!at.ok) return at;
	const { store } = work;
	const { item, caseId, table } = at.value;
	const { itemId, organisationId, reason } = input;
	const standing = newestGrounds(await store.grounds.ofItem(itemId)).get(organisationId);
	const there = (await store.agenda.participants(itemId)).some(
		(part) => part.organisationId === organisationId
	);
	if (standing?.endedAt || (!standing && !there)) return fail('not-found');
	if ((await organisationsRunning(store, table.id)).has(organisationId))
		return fail('runs-the-table');
	const out = await endGround(
		work,
		{ ...item, caseId },
		{ organisationId, standing },
		{ endedBy: work.actor.personId, endedBecause: reason }
	);
	await told(work, at.value, 'ground.withdraw', ...out);
	work.touch(`meeting:${item.meetingId}`);
	return ok();
};

/** Consent is gone: in one tap, every organisation that was there on it alone (GC12). */
export const stopOnConsent: UseCase<CheckedInput<'ground.stop-on-consent'>> = async (
	work,
	{ itemId }
) => {
	const at = await mayStop(work, itemId);
	if (!at.ok) return at;
	const { store, today, actor } = work;
	const { item, caseId, table, family } = at.value;
	const consent = await consentAround(
		store,
		family,
		(await knownToActor(work, at.value.caseId)).known,
		today
	);
	const running = await organisationsRunning(store, table.id);
	const resting = [...newestGrounds(await store.grounds.ofItem(itemId)).values()].filter(
		({ ground, endedAt, organisationId }) =>
			ground === 'consent' &&
			!endedAt &&
			!running.has(organisationId) &&
			!isConsented(organisationId, consent.family, consent.facts)
	);
	if (resting.length === 0) return fail('nothing-on-consent');
	const out: string[] = [];
	for (const standing of resting)
		out.push(
			...(await endGround(
				work,
				{ ...item, caseId },
				{ organisationId: standing.organisationId, standing },
				{ endedBy: actor.personId, endedBecause: '' }
			))
		);
	await told(work, at.value, 'ground.stop-on-consent', ...out);
	work.touch(`meeting:${item.meetingId}`);
	return ok();
};

/** As for taking out one person: access can always be withdrawn, also when the case is closed. */
async function mayStop(
	work: Work,
	itemId: string
): Promise<Result<OpenCaseItem, 'not-found' | 'presenter-only' | 'chair-only'>> {
	const at = await caseItem(work, itemId);
	if (!at.ok) return at;
	const { item, meeting, runs } = at.value;
	if (!runs && item.presenterId !== work.actor.personId) return fail('presenter-only');
	return !runs && meeting.status === 'closed' ? fail('chair-only') : at;
}
