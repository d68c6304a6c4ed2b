import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Work } from '../../work.ts';
import { atCaseItem, groundOf } from '../at-item.ts';

/**
 * Someone answers for the own organisation whether the ratified action list is in its own dossier. Asked
 * once per version: a newer list asks again, and "nee" can still become "ja".
 */
export async function fileList(
	work: Work,
	{ itemId, version, filed, reason }: CheckedInput<'action-list.filed'>
): Promise<Result> {
	const at = await atCaseItem(work, itemId);
	if (!at.ok) return at;
	const { actor, store } = work;
	const current = await store.decisions.current(itemId);
	if (!current?.ratifiedAt) return fail('list-not-ratified');
	if (current.version !== version) return fail('stale', { version: current.version });
	const { organisationId } = actor;
	await store.connections.setFiled({
		...{ itemId, version, organisationId, filed },
		...{ reason: filed ? '' : reason, by: actor.personId, at: work.now }
	});
	await work.log({
		event: 'action-list.filed',
		objectKind: 'item',
		objectId: itemId,
		caseId: at.value.caseId,
		ground: groundOf(at.value)
	});
	work.touch(`item:${itemId}`);
	// Asked of none of the own colleagues any more.
	for (const part of await store.agenda.participants(itemId))
		if (part.organisationId === organisationId) work.touch(`person:${part.personId}`);
	work.touch(`person:${actor.personId}`);
	return ok();
}
