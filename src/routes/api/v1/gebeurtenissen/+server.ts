import { onlyAllows } from '#lib/server/connectors/api/as-client.ts';
import { listEvents } from '#lib/server/connectors/api/list-events.ts';
import { runningApp } from '#lib/server/running-app.ts';
import type { RequestHandler } from './$types';

export const trailingSlash = 'ignore';

export const GET: RequestHandler = ({ request, getClientAddress }) =>
	listEvents(runningApp(), request, getClientAddress());

const others = onlyAllows('GET');
export const fallback: RequestHandler = ({ request }) => others(request);
