import { problem } from '#lib/server/connectors/api/problem.ts';
import type { RequestHandler } from './$types';

export const trailingSlash = 'ignore';

/** Whatever else is asked under the API: nothing, told in the API's own way. */
export const fallback: RequestHandler = () => problem('not-found');
