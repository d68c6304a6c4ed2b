import { redirect, type RequestHandler } from '@sveltejs/kit';
import { localPath } from '#lib/server/auth/guard.ts';
import { cookieName, isLocale } from '#lib/paraglide/runtime.js';

const YEAR = 365 * 24 * 60 * 60;

/** Chooses the language of this browser; the browser's own preference holds until then. */
export const POST: RequestHandler = async ({ request, cookies, locals }) => {
	const form = await request.formData();
	const locale = form.get('locale');
	if (isLocale(locale))
		cookies.set(cookieName, locale, {
			path: '/',
			maxAge: YEAR,
			sameSite: 'lax',
			// The browser side reads it to speak the same language.
			httpOnly: false,
			secure: locals.app.settings.publicUrl.protocol === 'https:'
		});
	redirect(303, localPath(form.get('to')));
};
