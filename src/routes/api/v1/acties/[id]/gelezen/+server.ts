import { postRead } from '#lib/server/connectors/api/action.ts';
import { onlyAllows } from '#lib/server/connectors/api/as-client.ts';
import { runningApp } from '#lib/server/running-app.ts';
import type { RequestHandler } from './$types';

export const trailingSlash = 'ignore';

export const POST: RequestHandler = ({ request, params, getClientAddress }) =>
	postRead(runningApp(), request, getClientAddress(), params.id);

const others = onlyAllows('POST');
export const fallback: RequestHandler = ({ request }) => others(request);
