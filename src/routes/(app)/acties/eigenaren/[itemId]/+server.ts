import { error, json, type RequestHandler } from '@sveltejs/kit';
import { ok } from '#lib/domain/result.ts';
import { transact } from '#lib/server/transact.ts';
import { possibleOwners } from '#lib/server/usecases/actions/owner.ts';
import { atCaseItem, groundOf } from '#lib/server/usecases/at-item.ts';

/** Whom the form of a new action offers as its owner. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const itemId = params.itemId ?? '';
	const owners = await transact(
		locals.app,
		locals.actor,
		async (work) => {
			const at = await atCaseItem(work, itemId);
			if (!at.ok) return at;
			const place = { itemId, tableId: at.value.table.id };
			await work.log({
				event: 'read-possible-owners',
				objectKind: 'item',
				objectId: itemId,
				caseId: at.value.caseId,
				ground: groundOf(at.value)
			});
			return ok(await possibleOwners(work.store, place, at.value.seat !== null));
		},
		'read-possible-owners'
	);
	if (!owners.ok) error(404);
	return json(owners.value, { headers: { 'cache-control': 'private, no-store' } });
};
