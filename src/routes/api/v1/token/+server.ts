import { answering, onlyAllows } from '#lib/server/connectors/api/as-client.ts';
import { postToken } from '#lib/server/connectors/api/token.ts';
import { runningApp } from '#lib/server/running-app.ts';
import type { RequestHandler } from './$types';

export const trailingSlash = 'ignore';

export const POST: RequestHandler = ({ request, getClientAddress }) =>
	answering(request, () => postToken(runningApp(), request, getClientAddress()));

const others = onlyAllows('POST');
export const fallback: RequestHandler = ({ request }) => others(request);
