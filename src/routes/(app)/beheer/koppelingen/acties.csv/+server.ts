import { error, type RequestHandler } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { organisationActions } from '#lib/server/connectors/organisation-actions.ts';
import { transact } from '#lib/server/transact.ts';
import { csv } from '#lib/server/usecases/actions/csv.ts';
import { STATUS } from '#lib/ui/actions/words.ts';

/** The own organisation's actions as a spreadsheet, for its administrator. */
export const GET: RequestHandler = async ({ locals }) => {
	const { app, actor } = locals;
	const read = await transact(
		app,
		actor,
		(work) => organisationActions(work, app.settings.publicUrl),
		'export-organisation-actions'
	);
	if (!read.ok) error(404);
	const head = [
		m.action_case({ code: '' }).trim(),
		m.connections_csv_reference(),
		m.action_column_what(),
		m.action_column_who(),
		m.action_column_when(),
		m.action_column_status(),
		m.action_finish_on(),
		m.connections_csv_link()
	];
	const rows = read.value.map((action) => [
		action.caseCode,
		action.dossierReference ?? '',
		action.title ?? '',
		action.owner?.name ?? '',
		action.deadline ?? '',
		STATUS[action.status].words(),
		action.doneOn ?? '',
		action.link
	]);
	return new Response(csv([head, ...rows]), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="acties-organisatie.csv"',
			'cache-control': 'private, no-store'
		}
	});
};
