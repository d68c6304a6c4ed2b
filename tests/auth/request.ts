import type { RequestEvent } from '@sveltejs/kit';
import type { SignedIn } from '#lib/server/auth/sessions.ts';
import { actorOf } from '#lib/server/auth/sessions.ts';
import type { TestApp } from '../support/test-app.ts';

/** A browser's cookies, and the fields of the form it sends. */
export function request(
	app: TestApp,
	{
		path = '/',
		fields,
		signedIn = null,
		params = {}
	}: {
		path?: string;
		fields?: Record<string, string>;
		signedIn?: SignedIn | null;
		params?: Record<string, string>;
	} = {}
) {
	const url = new URL(path, app.settings.publicUrl);
	const jar = new Map<string, string>();
	const cookies = {
		get: (name: string) => jar.get(name),
		set: (name: string, value: string) => void jar.set(name, value),
		delete: (name: string) => void jar.delete(name)
	};
	const locals = {
		app,
		address: '192.0.2.1',
		signedIn,
		...(signedIn && {
			...signedIn,
			actor: actorOf(signedIn.colleague, signedIn.session, '192.0.2.1')
		})
	};
	const body = fields && new URLSearchParams(fields);
	const event = {
		url,
		params,
		locals,
		cookies,
		request: new Request(url, body ? { method: 'POST', body } : {})
	};
	return { event: event as unknown as RequestEvent, jar };
}

/** What a load or an action threw: the status of an error, or where it sends to. */
export async function thrown(run: () => unknown): Promise<unknown> {
	try {
		await run();
	} catch (outcome) {
		if (outcome instanceof Error) throw outcome;
		return outcome;
	}
	throw new Error('nothing was thrown');
}
