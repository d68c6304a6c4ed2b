import { postRead } from '#lib/server/connectors/api/actions.ts';
import { runningApp } from '#lib/server/running-app.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ request, params, getClientAddress }) =>
	postRead(runningApp(), request, getClientAddress(), params.id);
