import type { RequestHandler } from '@sveltejs/kit';
import { ok } from '#lib/domain/result.ts';
import { m } from '#lib/paraglide/messages.js';
import { transact } from '#lib/server/transact.ts';
import { csv } from '#lib/server/usecases/actions/csv.ts';
import { allMyActions } from '#lib/server/views/my-actions.ts';
import { STATUS } from '#lib/ui/actions/words.ts';

/** All my actions as a spreadsheet; each case in it is an export on the access log. */
export const GET: RequestHandler = async ({ locals }) => {
	const read = await transact(
		locals.app,
		locals.actor,
		async (work) => ok(await allMyActions(work, 'export-my-actions')),
		'export-my-actions'
	);
	if (!read.ok) throw new Error(read.error);
	const head = [
		m.action_case({ code: '' }).trim(),
		m.action_column_what(),
		m.action_column_who(),
		m.record_organisation(),
		m.action_column_when(),
		m.action_column_status(),
		m.action_tell_to(),
		m.action_finish_on(),
		m.action_finish_result()
	];
	const rows = read.value.map((action) => [
		action.code,
		action.title,
		action.owner?.name ?? '',
		action.ownerOrganisation.name,
		action.due,
		STATUS[action.status].words(),
		action.tellTo,
		action.doneOn ?? '',
		action.result ?? ''
	]);
	return new Response(csv([head, ...rows]), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="acties.csv"',
			'cache-control': 'private, no-store'
		}
	});
};
