import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { MyAction } from '#lib/protocol/my-actions.ts';
import { markRead } from '../outbox/arrived.ts';
import { findAction, groundOfAction } from '../usecases/actions/find-action.ts';
import type { Work } from '../work.ts';
import { myActionViews } from './my-actions.ts';

/** One action by its deep link: for its owner, who takes part in the item, and who runs the table. */
export async function oneAction(work: Work, actionId: string): Promise<Result<MyAction>> {
	const found = await findAction(work, actionId);
	if (!found.ok) return found;
	const viewer = await work.store.people.find(work.actor.personId);
	const [view] = viewer ? await myActionViews(work, viewer, [found.value.action]) : [];
	if (!view) return fail('not-found');
	await work.log({
		event: 'read-action',
		objectKind: 'action',
		objectId: actionId,
		caseId: found.value.action.caseId,
		ground: groundOfAction(found.value, work)
	});
	if (found.value.owns) await markRead(work, found.value.action);
	return ok(view);
}
