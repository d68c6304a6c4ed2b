import { ok, type Result } from '#lib/domain/result.ts';
import type { StoredGround } from '../../store/grounds.ts';
import type { Work } from '../../work.ts';
import { newestGrounds, organisationsRunning } from './around.ts';
import { endGround } from './end-ground.ts';

/** The last day of a ground has passed: as when it is withdrawn, but for who runs the table (GC6, GC7). */
export async function endByDate(work: Work, expired: StoredGround): Promise<Result<void>> {
	const { store } = work;
	const { itemId, caseId, organisationId } = expired;
	const item = await store.agenda.find(itemId);
	const meeting = item && (await store.tables.meeting(item.meetingId));
	const standing = newestGrounds(await store.grounds.ofItem(itemId)).get(organisationId);
	if (!item || !meeting || !standing || standing.id !== expired.id) return ok();
	if ((await organisationsRunning(store, meeting.tableId)).has(organisationId)) return ok();
	await endGround(
		work,
		{ ...item, caseId },
		{ organisationId, standing },
		{ endedBy: null, endedBecause: '' }
	);
	await work.log({
		event: 'ground.end-by-date',
		objectKind: 'item',
		objectId: itemId,
		caseId,
		ground: 'end-date'
	});
	for (const one of await store.agenda.ofCase(caseId)) work.touch(`item:${one.id}`);
	work.touch(`meeting:${meeting.id}`);
	return ok();
}
