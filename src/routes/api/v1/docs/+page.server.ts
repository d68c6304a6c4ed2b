import { getLocale } from '#lib/paraglide/runtime.js';
import { apiPage } from '#lib/server/connectors/api/openapi/api-page.ts';
import type { PageServerLoad } from './$types';

/** The API as a page, for everyone: there is nothing of anybody in it. */
export const load: PageServerLoad = ({ locals }) => apiPage(locals.app.settings, getLocale());
