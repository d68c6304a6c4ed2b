import { error } from '@sveltejs/kit';
import { transact } from '#lib/server/transact.ts';
import { fixedCopy } from '#lib/server/views/records/copies.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { itemId, copyId } }) => {
	const { app, actor } = locals;
	const read = await transact(
		app,
		actor,
		(work) => fixedCopy(work, itemId, copyId),
		'read-family-copy'
	);
	if (!read.ok) error(404, 'not-found');
	return { copy: read.value };
};
