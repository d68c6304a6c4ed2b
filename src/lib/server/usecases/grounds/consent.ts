import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase, Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { knownToActor } from '../known-items.ts';
import { type ConsentAround, consentAround } from './around.ts';

/** What one person said about sharing, on one child or on several (GC10). */
export const recordConsent: UseCase<CheckedInput<'consent.record'>> = async (work, input) => {
	const { itemId, subjectId, childIds, state, on, organisationIds } = input;
	const found = await atConsent(work, itemId, subjectId, input.expected);
	if (!found.ok) return found;
	const { at, consent } = found.value;
	const { store, actor, now, today } = work;
	for (const childId of childIds) {
		const child = consent.family.find((one) => one.childId === childId);
		if (!child) return fail('unknown-subject');
		if (!child.asked.some((one) => one.subjectId === subjectId)) return fail('consent-not-needed');
	}
	if (on > today) return fail('date-in-future');
	const here = new Set(
		(await store.agenda.participants(itemId)).map(({ organisationId }) => organisationId)
	);
	if (organisationIds?.some((id) => !here.has(id))) return fail('organisation-not-here');
	for (const childId of new Set(childIds))
		await store.grounds.addConsent({
			...{ id: work.id(), itemId, caseId: at.caseId, childId, subjectId, state, on },
			organisationIds: organisationIds ?? null,
			recordedBy: actor.personId,
			recordedAt: now
		});
	await told(work, at, 'consent.record');
	return ok();
};

/** Whether a caregiver has custody: who has not, is not asked (GC9). */
export const recordCustody: UseCase<CheckedInput<'custody.record'>> = async (work, input) => {
	const { itemId, caregiverId, childIds, custody } = input;
	const found = await atConsent(work, itemId, caregiverId, input.expected);
	if (!found.ok) return found;
	const { at } = found.value;
	if (!at.adultIds.includes(caregiverId) || childIds.some((id) => !at.childIds.includes(id)))
		return fail('unknown-subject');
	for (const childId of new Set(childIds))
		await work.store.grounds.addCustody({
			...{ id: work.id(), itemId, caseId: at.caseId, childId, caregiverId, custody },
			recordedBy: work.actor.personId,
			recordedAt: work.now
		});
	await told(work, at, 'custody.record');
	return ok();
};

/** `expected`: the facts about this person that the sender saw. */
async function atConsent(
	work: Work,
	itemId: string,
	subjectId: string,
	expected: number
): Promise<
	Result<{ at: OpenCaseItem; consent: ConsentAround }, 'not-found' | 'case-closed' | 'stale'>
> {
	const at = await atOpenCase(work, itemId);
	if (!at.ok) return at;
	const { known } = await knownToActor(work, at.value.caseId);
	const consent = await consentAround(work.store, at.value.family, known, work.today);
	const revision = consent.revisions[subjectId] ?? 0;
	if (revision !== expected) return fail('stale', { revision });
	return ok({ at: at.value, consent });
}
