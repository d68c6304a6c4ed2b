import { fail, ok } from '#lib/domain/result.ts';
import { newestKnown } from '#lib/domain/versions.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { StoredMember } from '../../store/family.ts';
import type { UseCase } from '../../work.ts';
import { told } from '../at-open-case.ts';
import { atFamily, MOST, theVersion, versionOf, withoutBsn } from './at-family.ts';

/** A brother or sister elsewhere, or someone else who counts for the child (R5): as little as helps. */
export const addMember: UseCase<CheckedInput<'family.add-member'>> = async (work, input) => {
	const here = await atFamily(work, input.itemId);
	if (!here.ok) return here;
	const { at, known } = here.value;
	const sound = withoutBsn(input.firstName, input.relation, input.strength);
	if (!sound.ok) return sound;
	const standing = newestKnown(await work.store.family.members(at.caseId), known);
	if (standing.filter(({ gone }) => !gone).length >= MOST.network) return fail('family-too-large');
	await work.store.family.addMember({
		...(await versionOf(work, here.value, null)),
		...saidOf(input),
		gone: false
	});
	await told(work, at, 'family.add-member');
	return ok();
};

export const changeMember: UseCase<CheckedInput<'family.change-member'>> = async (work, input) => {
	const here = await atFamily(work, input.itemId);
	if (!here.ok) return here;
	const { at, known } = here.value;
	const members = await work.store.family.members(at.caseId);
	const before = theVersion(members, known, input.memberId, input.expected);
	if (!before.ok) return before;
	const sound = withoutBsn(input.firstName, input.relation, input.strength);
	if (!sound.ok) return sound;
	await work.store.family.addMember({
		...(await versionOf(work, here.value, before.value)),
		...saidOf(input),
		gone: false
	});
	await told(work, at, 'family.change-member');
	return ok();
};

/** Taken off: recorded by mistake, or no longer part of the child's life. */
export const removeMember: UseCase<CheckedInput<'family.remove-member'>> = async (work, input) => {
	const here = await atFamily(work, input.itemId);
	if (!here.ok) return here;
	const { at, known } = here.value;
	const members = await work.store.family.members(at.caseId);
	const before = theVersion(members, known, input.memberId, input.expected);
	if (!before.ok) return before;
	await work.store.family.addMember({
		...(await versionOf(work, here.value, before.value)),
		...saidOf(before.value),
		gone: true
	});
	await told(work, at, 'family.remove-member');
	return ok();
};

type Said = Pick<StoredMember, 'firstName' | 'relation' | 'circle' | 'strength'>;

const saidOf = ({ firstName, relation, circle, strength }: Said): Said => ({
	...{ firstName, relation, circle, strength }
});
