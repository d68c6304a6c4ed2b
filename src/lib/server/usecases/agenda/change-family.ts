import { FAMILY } from '#lib/domain/case.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atCase } from '../at-case.ts';

/**
 * Corrects or adds children and caregivers. Nobody is removed here: answers and judgements are about
 * them, and a person who is left out of the input stays as he or she was.
 */
export const changeFamily: UseCase<CheckedInput<'case.change-family'>> = async (work, input) => {
	const at = await atCase(work, input.caseId);
	if (!at.ok) return at;
	if (!at.value.seated) return fail('members-only');
	const { children, caregivers } = at.value.family;
	if (at.value.family.case.closedAt) return fail('case-closed');
	const unknown = (named: { id?: string }[], known: { id: string }[]) =>
		named.some(({ id }) => id && !known.some((one) => one.id === id));
	if (unknown(input.children, children) || unknown(input.caregivers, caregivers))
		return fail('not-found');
	// Each of them makes every view of the case longer, so there is an end to it.
	const added = (named: { id?: string }[]) => named.filter(({ id }) => !id).length;
	if (
		children.length + added(input.children) > FAMILY.children ||
		caregivers.length + added(input.caregivers) > FAMILY.caregivers
	)
		return fail('family-too-large');
	const { caseId } = input;
	let position = children.length;
	for (const { id, ...child } of input.children) {
		if (id) await work.store.cases.changeChild(id, child);
		else await work.store.cases.addChild({ id: work.id(), caseId, ...child, position: position++ });
	}
	position = caregivers.length;
	for (const { id, ...adult } of input.caregivers) {
		if (id) await work.store.cases.changeCaregiver(id, adult);
		else
			await work.store.cases.addCaregiver({
				id: work.id(),
				caseId,
				...adult,
				position: position++
			});
	}
	await work.log({
		event: 'change-family',
		objectKind: 'case',
		objectId: caseId,
		caseId,
		ground: at.value.ground
	});
	work.touch(`case:${caseId}`);
	for (const item of await work.store.agenda.ofCase(caseId)) work.touch(`item:${item.id}`);
	return ok();
};
