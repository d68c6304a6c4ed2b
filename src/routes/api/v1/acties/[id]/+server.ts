import { getAction, patchAction } from '#lib/server/connectors/api/actions.ts';
import { runningApp } from '#lib/server/running-app.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, params, getClientAddress }) =>
	getAction(runningApp(), request, getClientAddress(), params.id);

export const PATCH: RequestHandler = ({ request, params, getClientAddress }) =>
	patchAction(runningApp(), request, getClientAddress(), params.id);
