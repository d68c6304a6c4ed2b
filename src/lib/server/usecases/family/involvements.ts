import { checkSince, mayBecome } from '#lib/domain/involvement.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { StoredInvolvement } from '../../store/family.ts';
import type { UseCase, Work } from '../../work.ts';
import { told } from '../at-open-case.ts';
import { type AtFamily, atFamily, versionOf, withoutBsn } from './at-family.ts';
import { atInvolvement, isFamily, mayAdd } from './at-involvement.ts';

/** A party is involved with the family, or was asked and is not (R18). */
export const record: UseCase<CheckedInput<'involvement.record'>> = async (work, input) => {
	const here = await atFamily(work, input.itemId);
	if (!here.ok) return here;
	const { at } = here.value;
	const said = await checked(work, here.value, input);
	if (!said.ok) return said;
	const may = await mayAdd(work, here.value, input);
	if (!may.ok) return may;
	await work.store.family.addInvolvement({
		...(await versionOf(work, here.value, null, input.with)),
		...said.value,
		standing: input.standing,
		standingOn: work.today,
		standingBy: work.actor.personId,
		actionId: null,
		childrenInView: null
	});
	await told(work, at, 'involvement.record');
	return ok();
};

export const change: UseCase<CheckedInput<'involvement.change'>> = async (work, input) => {
	const found = await atInvolvement(work, input);
	if (!found.ok) return found;
	const { here, before } = found.value;
	const said = await checked(work, here, input);
	if (!said.ok) return said;
	const may = await mayAdd(work, here, input, before.recordId);
	if (!may.ok) return may;
	await work.store.family.addInvolvement({
		...before,
		...(await versionOf(work, here, before, input.with)),
		...said.value
	});
	await told(work, here.at, 'involvement.change');
	return ok();
};

/** What the party answered, that it stopped, or that it was recorded by mistake. */
export const setStanding: UseCase<CheckedInput<'involvement.set-standing'>> = async (
	work,
	input
) => {
	const found = await atInvolvement(work, input);
	if (!found.ok) return found;
	const { here, before } = found.value;
	if (!mayBecome(before.standing, input.standing)) return fail('wrong-standing');
	const on = input.on ?? work.today;
	if (on > work.today) return fail('date-in-future');
	await work.store.family.addInvolvement({
		...before,
		...(await versionOf(work, here, before)),
		standing: input.standing,
		standingOn: on,
		standingBy: work.actor.personId
	});
	await told(work, here.at, 'involvement.set-standing');
	return ok();
};

/** Who asks after the children where only an adult is helped, or why nobody needs to (R34). */
export const childrenInView: UseCase<CheckedInput<'involvement.children-in-view'>> = async (
	work,
	input
) => {
	const found = await atInvolvement(work, input);
	if (!found.ok) return found;
	const { here, before } = found.value;
	const { answer, text } = input;
	const sound = withoutBsn(text);
	if (!sound.ok) return sound;
	await work.store.family.addInvolvement({
		...before,
		...(await versionOf(work, here, before)),
		childrenInView: { answer, text }
	});
	await told(work, here.at, 'involvement.children-in-view');
	return ok();
};

type Said = Pick<
	StoredInvolvement,
	| 'party'
	| 'name'
	| 'organisationId'
	| 'with'
	| 'since'
	| 'purpose'
	| 'contactName'
	| 'contactPhone'
>;

/** What is said of an involvement, if it may stand. */
async function checked(
	work: Work,
	here: AtFamily,
	input: CheckedInput<'involvement.record'> | CheckedInput<'involvement.change'>
): Promise<Result<Said>> {
	const { party, name, with: persons, since, purpose, contactName, contactPhone } = input;
	if (party === 'other' && name === '') return fail('name-required');
	const sound = withoutBsn(name, purpose, contactName, contactPhone);
	if (!sound.ok) return sound;
	const time = checkSince(since, work.today);
	if (!time.ok) return time;
	if (!(await isFamily(work, here, persons))) return fail('not-in-family');
	const organisationId = input.organisationId || null;
	if (organisationId && !(await work.store.people.organisation(organisationId)))
		return fail('unknown-organisation');
	return ok({
		...{ party, name, organisationId, with: persons },
		...{ since, purpose, contactName, contactPhone }
	});
}
