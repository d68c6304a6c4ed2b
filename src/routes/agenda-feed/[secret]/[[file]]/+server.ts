import { error, type RequestHandler } from '@sveltejs/kit';
import { actionFeed } from '#lib/server/calendar/action-feed.ts';
import { secretIn } from '#lib/server/calendar/feed-address.ts';
import { organisationFeed } from '#lib/server/calendar/organisation-feed.ts';

/** A calendar asks by itself, without a session: the secret in the address is the key, a person's or an organisation's. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const secret = secretIn(params.secret ?? '');
	const own = await actionFeed(locals.app, secret, locals.address);
	const feed = own.ok ? own : await organisationFeed(locals.app, secret, locals.address);
	if (!feed.ok) error(404);
	return new Response(feed.value, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'cache-control': 'private, no-store',
			'x-robots-tag': 'noindex'
		}
	});
};
