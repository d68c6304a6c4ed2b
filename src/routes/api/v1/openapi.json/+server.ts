import { answering, onlyAllows } from '#lib/server/connectors/api/as-client.ts';
import { getDocument } from '#lib/server/connectors/api/openapi/get-document.ts';
import { runningApp } from '#lib/server/running-app.ts';
import type { RequestHandler } from './$types';

export const trailingSlash = 'ignore';

export const GET: RequestHandler = ({ request }) =>
	answering(request, () => getDocument(runningApp(), request));

const others = onlyAllows('GET');
export const fallback: RequestHandler = ({ request }) => others(request);
