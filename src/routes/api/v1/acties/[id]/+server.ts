import { getAction } from '#lib/server/connectors/api/action.ts';
import { onlyAllows } from '#lib/server/connectors/api/as-client.ts';
import { patchAction } from '#lib/server/connectors/api/patch-action.ts';
import { runningApp } from '#lib/server/running-app.ts';
import type { RequestHandler } from './$types';

export const trailingSlash = 'ignore';

export const GET: RequestHandler = ({ request, params, getClientAddress }) =>
	getAction(runningApp(), request, getClientAddress(), params.id);

export const PATCH: RequestHandler = ({ request, params, getClientAddress }) =>
	patchAction(runningApp(), request, getClientAddress(), params.id);

const others = onlyAllows('GET', 'PATCH');
export const fallback: RequestHandler = ({ request }) => others(request);
