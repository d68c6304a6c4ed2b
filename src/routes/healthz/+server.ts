import { runningApp } from '#lib/server/running-app.ts';
import { VERSION } from '#lib/server/settings.ts';
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** For whoever watches the service: up, which version, and does the database keep its promise. */
export const GET: RequestHandler = () => {
	const headers = { 'cache-control': 'no-store' };
	try {
		const { database } = runningApp();
		const answer = { status: 'ok', version: VERSION, database: database.state() };
		return json(answer, { headers });
	} catch {
		// The reason is in the log of the start; a passer-by gets no more than this.
		return json(
			{ status: 'unavailable', version: VERSION, database: null },
			{ status: 503, headers }
		);
	}
};
