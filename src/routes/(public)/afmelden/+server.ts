import type { RequestHandler } from '@sveltejs/kit';
import { leaveSession } from '#lib/server/auth/session-cookie.ts';

/** Signs out and tells the browser to keep nothing of what it showed (ASVS 14.3.1). */
export const POST: RequestHandler = async ({ locals, cookies }) => {
	await leaveSession(locals.app, cookies);
	return new Response(null, {
		status: 303,
		headers: { location: '/aanmelden?afgemeld', 'clear-site-data': '"cache", "storage"' }
	});
};
