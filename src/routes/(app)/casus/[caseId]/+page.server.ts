import { dayInTheNetherlands } from '#lib/server/days.ts';
import { read } from '#lib/server/read.ts';
import { caseView } from '#lib/server/views/case/case-view.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { caseId } }) => {
	const { app, actor } = locals;
	const now = app.clock.now();
	const found = await read(
		app,
		actor,
		'open-case-page',
		(store) => caseView(store, actor, caseId, now),
		{ objectKind: 'case', objectId: caseId }
	);
	if (!found) error(404, 'not-found');
	return { case: found, today: dayInTheNetherlands(now) };
};
