import { error, type RequestHandler } from '@sveltejs/kit';
import { read } from '#lib/server/read.ts';

/** A face, as the type its bytes were found to be, and never as anything that could run (SM8). */
export const GET: RequestHandler = async ({ locals, params }) => {
	const photo = await read(locals.app, locals.actor, 'open-photo', async (store) => {
		const value = await store.socialMap.photo(params.photoId ?? '');
		return value && { value, reads: [] };
	});
	if (!photo) error(404);
	return new Response(Uint8Array.from(photo.bytes), {
		headers: {
			'content-type': photo.type,
			'content-disposition': `inline; filename="foto.${photo.type.slice('image/'.length)}"`,
			'x-content-type-options': 'nosniff',
			'content-security-policy': "default-src 'none'; sandbox"
		}
	});
};
