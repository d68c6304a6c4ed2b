import { groundsRoot, worriesRoot } from '#lib/document/roots.ts';
import { mayCloseCase } from '#lib/domain/closing.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase, Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { closingEvidence } from './closing-facts.ts';
import { knownToActor } from '../known-items.ts';

/**
 * Chair or deputy closes the case (CL1–CL6). `closing-blocked` counts all that is missing: the screen of
 * who may close has the list.
 */
export const closeCase: UseCase<CheckedInput<'case.close'>> = async (work, input) => {
	const found = await atOpenCase(work, input.itemId);
	if (!found.ok) return found;
	const at = found.value;
	if (!at.runs) return fail('chair-only');
	const who = await whoStays(work, at, input);
	if (!who.ok) return who;
	if (input.followUpOn <= work.today || input.staysUntil < work.today) return fail('date-in-past');

	const { facts, basis } = await closingEvidence(
		work.store,
		at.family,
		(await knownToActor(work, at.caseId)).known
	);
	const grounds = basis ? await withGrounds(work, basis.item.id, at.childIds) : [];
	const missing = mayCloseCase(facts, new Set(grounds), work.today);
	if (missing.length > 0) return fail('closing-blocked', { count: missing.length });

	await work.store.closing.addClosure({
		id: work.id(),
		caseId: at.caseId,
		itemId: input.itemId,
		recordedBy: work.actor.personId,
		recordedAt: work.now,
		...who.value,
		staysUntil: input.staysUntil,
		followUpOn: input.followUpOn,
		followUpId: input.followUpId
	});
	for (const { id } of await work.store.closing.reviews(at.caseId))
		await work.store.closing.dropReview(id, work.now);
	await work.store.cases.change(at.caseId, { closedAt: work.now });
	await told(work, at, 'case.close', input.followUpId);
	return ok();
};

/** Someone at the item, or another in words; the check is always someone's at the item (CL5). */
async function whoStays(
	{ store }: Work,
	at: OpenCaseItem,
	{ staysId, stays, followUpId }: CheckedInput<'case.close'>
): Promise<Result<{ staysId: string | null; stays: string }>> {
	if (!staysId && !stays) return fail('nobody-stays');
	const here = (await store.agenda.participants(at.item.id)).map((one) => one.personId);
	if (!here.includes(followUpId) || (staysId && !here.includes(staysId)))
		return fail('not-a-participant');
	const person = staysId ? await store.people.find(staysId) : null;
	return ok({ staysId: staysId || null, stays: person?.person.name ?? stays });
}

/** The children for whom H33 and H34 are filled in; a text that can't be read back is not held against anyone. */
async function withGrounds(work: Work, itemId: string, childIds: readonly string[]) {
	const texts = await work.texts(itemId);
	if (!texts) return [...childIds];
	return childIds.filter((id) =>
		[worriesRoot(id), groundsRoot(id)].every((root) => texts[root]?.trim())
	);
}
