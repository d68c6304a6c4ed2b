import type { CheckedInput } from '#lib/protocol/commands.ts';
import { FORMATS } from '#lib/domain/format.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import { administerEverything } from './administrator.ts';

/** A table starts from its format: seats that must be filled, and how long things take. */
export async function addTable(
	work: Work,
	{ name, format }: CheckedInput<'table.add'>
): Promise<Result<{ tableId: string }, 'not-found'>> {
	const id = work.id();
	const entry = { event: 'table.add', objectKind: 'table', objectId: id } as const;
	const allowed = await administerEverything(work, entry);
	if (!allowed.ok) return allowed;
	const { minutes, minutesPerCase, requiredSeats } = FORMATS[format];
	await work.store.tables.add({
		id,
		name,
		format,
		minutes,
		minutesPerCase,
		requiredSeats: requiredSeats.map(({ kind, key }) => ({ kind, label: key }))
	});
	await work.log({ ...entry, ground: 'administrator' });
	return ok({ tableId: id });
}

export async function changeTable(
	work: Work,
	{ tableId, ...values }: CheckedInput<'table.change'>
): Promise<Result<void, 'not-found'>> {
	return change(work, tableId, 'table.change', values);
}

export async function archiveTable(
	work: Work,
	{ tableId }: CheckedInput<'table.archive'>
): Promise<Result<void, 'not-found'>> {
	return change(work, tableId, 'table.archive', { archivedAt: work.now });
}

export async function restoreTable(
	work: Work,
	{ tableId }: CheckedInput<'table.restore'>
): Promise<Result<void, 'not-found'>> {
	return change(work, tableId, 'table.restore', { archivedAt: null });
}

async function change(
	work: Work,
	id: string,
	event: string,
	values: Parameters<Work['store']['tables']['change']>[1]
): Promise<Result<void, 'not-found'>> {
	const entry = { event, objectKind: 'table', objectId: id } as const;
	const allowed = await administerEverything(work, entry);
	if (!allowed.ok) return allowed;
	if (!(await work.store.tables.find(id))) return fail('not-found');
	await work.store.tables.change(id, values);
	await work.log({ ...entry, ground: 'administrator' });
	work.touch(`table:${id}`);
	return ok();
}
