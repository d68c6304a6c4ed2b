import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { groundOf } from '../at-item.ts';
import { dossierContent } from './dossier-content.ts';

/** Takes the organisation's part to its own dossier: a version with its date; the same content again is the same version. */
export const fixDossier: UseCase<CheckedInput<'dossier.fix'>, { version: number }> = async (
	work,
	{ itemId, basis }
) => {
	const found = await dossierContent(work, itemId);
	if (!found.ok) return found;
	const { at, hash } = found.value;
	// What was on the screen is what goes into the dossier.
	if (hash !== basis) return fail('stale');
	const { store, actor } = work;
	const [last] = await store.records.exports(itemId, actor.organisationId);
	const version = last?.hash === hash ? last.version : (last?.version ?? 0) + 1;
	if (last?.version !== version)
		await store.records.addExport({
			itemId,
			organisationId: actor.organisationId,
			version,
			hash,
			madeBy: actor.personId,
			madeAt: work.now
		});
	await work.log({
		event: 'export-dossier',
		objectKind: 'item',
		objectId: itemId,
		caseId: at.caseId,
		ground: groundOf(at)
	});
	return ok({ version });
};
