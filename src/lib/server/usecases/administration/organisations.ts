import type { CheckedInput } from '#lib/protocol/commands.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import { endOrganisation } from '../connectors/end-organisation.ts';
import { administerEverything } from './administrator.ts';

export async function addOrganisation(
	work: Work,
	input: CheckedInput<'organisation.add'>
): Promise<Result<{ organisationId: string }, 'not-found'>> {
	const id = work.id();
	const entry = { event: 'organisation.add', objectKind: 'organisation', objectId: id } as const;
	const allowed = await administerEverything(work, entry);
	if (!allowed.ok) return allowed;
	await work.store.people.addOrganisation({ id, ...input });
	await work.log({ ...entry, ground: 'administrator' });
	return ok({ organisationId: id });
}

export async function changeOrganisation(
	work: Work,
	{ organisationId, ...values }: CheckedInput<'organisation.change'>
): Promise<Result<void, 'not-found'>> {
	return change(work, organisationId, 'organisation.change', values);
}

/**
 * An organisation that takes part no more: nobody works there, nothing is erased. Its connections and
 * calendar end, and what was open for it stops visibly.
 */
export async function archiveOrganisation(
	work: Work,
	{ organisationId }: CheckedInput<'organisation.archive'>
): Promise<Result<void, 'not-found' | 'organisation-has-people'>> {
	const colleagues = await work.store.people.ofOrganisation(organisationId);
	const active = colleagues.filter(({ person }) => !person.disabledAt).length;
	const archived = await change(work, organisationId, 'organisation.archive', {
		archivedAt: work.now
	});
	if (!archived.ok) return archived;
	if (active > 0) return fail('organisation-has-people', { count: active });
	await endOrganisation(work, organisationId);
	return ok();
}

export async function restoreOrganisation(
	work: Work,
	{ organisationId }: CheckedInput<'organisation.restore'>
): Promise<Result<void, 'not-found'>> {
	return change(work, organisationId, 'organisation.restore', { archivedAt: null });
}

async function change(
	work: Work,
	id: string,
	event: string,
	values: Parameters<Work['store']['people']['changeOrganisation']>[1]
): Promise<Result<void, 'not-found'>> {
	const entry = { event, objectKind: 'organisation', objectId: id } as const;
	const allowed = await administerEverything(work, entry);
	if (!allowed.ok) return allowed;
	if (!(await work.store.people.organisation(id))) return fail('not-found');
	await work.store.people.changeOrganisation(id, values);
	await work.log({ ...entry, ground: 'administrator' });
	return ok();
}
