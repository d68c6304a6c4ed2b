import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { StoredInvolvement } from '../../store/family.ts';
import type { UseCase, Work } from '../../work.ts';
import { propose } from '../actions/propose.ts';
import { told } from '../at-open-case.ts';
import { type AtFamily, atFamily, versionOf, withoutBsn } from './at-family.ts';
import { atInvolvement, isFamily, mayAdd } from './at-involvement.ts';

type Input = CheckedInput<'involvement.ask'>;

/** Puts the question to a party out: the action and the record that it was asked, or neither (FA14). */
export const ask: UseCase<Input> = async (work, input) => {
	const found = await theRecord(work, input);
	if (!found.ok) return found;
	const { here, before } = found.value;
	const { itemId, title, ownerOrganisationId, ownerPersonId, due } = input;
	const proposed = await propose(work, {
		...{ itemId, title, ownerOrganisationId, due, tellTo: '' },
		...(ownerPersonId && { ownerPersonId })
	});
	if (!proposed.ok) return proposed;
	const { actionId } = proposed.value;
	const version = await versionOf(work, here, before, before?.with ?? input.with);
	const asked = {
		standing: 'asked' as const,
		standingOn: work.today,
		standingBy: work.actor.personId
	};
	await work.store.family.addInvolvement(
		before
			? // Of a party that is involved one can ask more, and involved it stays.
				{ ...before, ...version, ...(before.standing !== 'involved' && asked), actionId }
			: {
					...version,
					...{ party: input.party, name: input.name, with: input.with },
					...{ organisationId: null, since: '', purpose: '', contactName: '', contactPhone: '' },
					...asked,
					actionId,
					childrenInView: null
				}
	);
	await told(work, here.at, 'involvement.ask');
	return ok();
};

async function theRecord(
	work: Work,
	input: Input
): Promise<Result<{ here: AtFamily; before: StoredInvolvement | null }>> {
	const { itemId, involvementId, expected, party, name } = input;
	if (involvementId && expected) return atInvolvement(work, { itemId, involvementId, expected });
	const here = await atFamily(work, itemId);
	if (!here.ok) return here;
	if (party === 'other' && name === '') return fail('name-required');
	const sound = withoutBsn(name);
	if (!sound.ok) return sound;
	if (!(await isFamily(work, here.value, input.with))) return fail('not-in-family');
	const may = await mayAdd(work, here.value, input);
	return may.ok ? ok({ here: here.value, before: null }) : may;
}
