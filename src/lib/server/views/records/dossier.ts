import { ok, type Result } from '#lib/domain/result.ts';
import type { DossierView } from '#lib/protocol/views/records.ts';
import { groundOf } from '../../usecases/at-item.ts';
import { dossierContent } from '../../usecases/records/dossier-content.ts';
import type { Work } from '../../work.ts';

/** The own organisation's part of an item, with the versions that were taken to its dossier. */
export async function dossierView(
	work: Work,
	itemId: string,
	event: 'read-dossier-part' | 'print-dossier-part' = 'read-dossier-part'
): Promise<Result<DossierView, 'not-found'>> {
	const found = await dossierContent(work, itemId);
	if (!found.ok) return found;
	const { at, content, hash } = found.value;
	const { store, actor } = work;
	const exports = await store.records.exports(itemId, actor.organisationId);
	const makers = await store.people.findMany([...new Set(exports.map((one) => one.madeBy))]);
	const versions = exports.map((one) => ({
		version: one.version,
		madeAt: one.madeAt.toISOString(),
		madeBy: makers.find(({ person }) => person.id === one.madeBy)?.person.name ?? '',
		hash: one.hash
	}));
	await work.log({
		event,
		objectKind: 'item',
		objectId: itemId,
		caseId: at.caseId,
		ground: groundOf(at)
	});
	const fixed = versions[0]?.hash === hash ? versions[0] : null;
	return ok({ itemId, caseId: at.caseId, content, basis: hash, fixed, versions });
}
