import { ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atCase } from '../at-case.ts';

/** Under which reference the actor's own organisation keeps this case; no other organisation sees it. */
export const setDossierReference: UseCase<CheckedInput<'case.set-dossier-reference'>> = async (
	work,
	{ caseId, reference }
) => {
	const at = await atCase(work, caseId);
	if (!at.ok) return at;
	await work.store.cases.setDossierReference(caseId, work.actor.organisationId, reference);
	await work.log({
		event: 'set-dossier-reference',
		objectKind: 'case',
		objectId: caseId,
		caseId,
		ground: at.value.ground
	});
	for (const item of await work.store.agenda.ofCase(caseId)) work.touch(`item:${item.id}`);
	return ok();
};
