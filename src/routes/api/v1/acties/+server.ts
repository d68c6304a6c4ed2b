import { onlyAllows } from '#lib/server/connectors/api/as-client.ts';
import { listActions } from '#lib/server/connectors/api/list-actions.ts';
import { runningApp } from '#lib/server/running-app.ts';
import type { RequestHandler } from './$types';

// An address with a slash at its end is another address, and there is nothing: no redirect.
export const trailingSlash = 'ignore';

export const GET: RequestHandler = ({ request, getClientAddress }) =>
	listActions(runningApp(), request, getClientAddress());

const others = onlyAllows('GET');
export const fallback: RequestHandler = ({ request }) => others(request);
