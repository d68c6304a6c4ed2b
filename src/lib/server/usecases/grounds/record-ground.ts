import { checkGround } from '#lib/domain/grounds.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { newestGrounds } from './around.ts';

/** Records or changes on what ground an organisation is at the item, or may be asked to it (GC1). */
export const recordGround: UseCase<CheckedInput<'ground.record'>> = async (work, input) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const { item, runs, caseId } = at.value;
	const { store, actor, now, today } = work;
	const { itemId, organisationId, ground, expected } = input;
	const organises = runs || item.presenterId === actor.personId;
	if (!organises && organisationId !== actor.organisationId) return fail('presenter-only');
	const organisation = await store.people.organisation(organisationId);
	if (!organisation || organisation.archivedAt) return fail('unknown-organisation');
	const facts = {
		ground,
		explanation: input.explanation,
		informed: input.informed ?? null,
		notInformedBecause: input.informed === false ? input.notInformedBecause : '',
		endsOn: input.endsOn ?? null
	};
	const checked = checkGround(facts, today);
	if (!checked.ok) return checked;
	const standing = newestGrounds(await store.grounds.ofItem(itemId)).get(organisationId);
	const revision = standing?.revision ?? 0;
	if (revision !== expected) return fail('stale', { revision });
	const recorded = {
		...facts,
		recordedBy: actor.personId,
		recordedAt: now,
		revision: revision + 1
	};
	// What ended stays as it was: recorded again is another time.
	if (standing && !standing.endedAt) await store.grounds.change(standing.id, recorded);
	else await store.grounds.add({ id: work.id(), itemId, caseId, organisationId, ...recorded });
	await told(work, at.value, 'ground.record');
	return ok();
};
