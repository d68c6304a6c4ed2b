import { listActions } from '#lib/server/connectors/api/actions.ts';
import { runningApp } from '#lib/server/running-app.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, getClientAddress }) =>
	listActions(runningApp(), request, getClientAddress());
