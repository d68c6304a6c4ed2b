import { familyCopy, mayHaveCopy } from '#lib/domain/family-copy.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { groundOf } from '../at-item.ts';
import { copyMaterial } from './copy-material.ts';

/** Fixes what one family member gets: the chosen lines, as they stood on the screen, under a version and date. */
export const fixFamilyCopy: UseCase<CheckedInput<'family-copy.fix'>, { copyId: string }> = async (
	work,
	{ itemId, subjectId, lines: chosen, basis }
) => {
	const found = await copyMaterial(work, itemId);
	if (!found.ok) return found;
	const { at, material } = found.value;
	if (!mayHaveCopy(material, subjectId, work.today)) return fail('no-copy-for');
	const all = familyCopy(material, subjectId, work.today);
	if (work.hash(JSON.stringify(all)) !== basis) return fail('stale');
	const kept = all.filter(({ id }) => chosen.includes(id));
	if (kept.length === 0) return fail('nothing-chosen');
	const earlier = (await work.store.records.copies(itemId)).filter(
		(copy) => copy.subjectId === subjectId
	);
	const copyId = work.id();
	await work.store.records.addCopy({
		id: copyId,
		itemId,
		subjectId,
		version: earlier.length + 1,
		lines: kept.map(({ section, text }) => ({ section, text })),
		incomplete: kept.length < all.length,
		madeBy: work.actor.personId,
		madeAt: work.now
	});
	await work.log({
		event: 'make-family-copy',
		objectKind: 'item',
		objectId: itemId,
		caseId: at.caseId,
		ground: groundOf(at)
	});
	return ok({ copyId });
};
