import { error } from '@sveltejs/kit';
import { transact } from '#lib/server/transact.ts';
import { record } from '#lib/server/views/record.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { app, actor } = locals;
	const read = await transact(app, actor, (work) => record(work, params.meetingId), 'read-record');
	if (!read.ok) error(404);
	return { record: read.value };
};
