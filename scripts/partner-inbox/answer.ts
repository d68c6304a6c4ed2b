import type { InboxAction, Status } from './mailbox.ts';

/** What goes back to Casustafel, with a token of this organisation's own. */
export interface Casustafel {
	url: string;
	clientId: string;
	clientSecret: string;
	/** Kept between calls, as a token counts for a quarter of an hour. */
	session: { token?: string };
	fetch?: typeof fetch;
}

export type Told =
	| { ok: true }
	| {
			ok: false;
			code: string;
			current?: { revision: number; status: Status; title: string | null };
	  };

export async function tellRead(app: Casustafel, action: InboxAction): Promise<Told> {
	return call(app, 'POST', `/api/v1/acties/${action.id}/gelezen`, {}, `read-${key(action)}`);
}

export async function tellStatus(
	app: Casustafel,
	action: InboxAction,
	status: Status,
	reason?: string
): Promise<Told> {
	const body = { status, revision: action.revision, ...(reason ? { reason } : {}) };
	return call(app, 'PATCH', `/api/v1/acties/${action.id}`, body, `${status}-${key(action)}`);
}

/** The same until the answer arrived: told twice because a reply was lost, it counts once. */
function key(action: InboxAction): string {
	return `${action.id}-${action.revision}-${action.answers}`;
}

async function call(
	app: Casustafel,
	method: string,
	path: string,
	body: object,
	idempotencyKey: string
): Promise<Told> {
	const send = async () =>
		(app.fetch ?? fetch)(new URL(path, app.url), {
			method,
			headers: {
				authorization: `Bearer ${await token(app)}`,
				'content-type': 'application/json',
				'idempotency-key': idempotencyKey
			},
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(8000)
		});
	try {
		let response = await send();
		if (response.status === 401) {
			// It has run out, or was ended: once more, with a new one.
			app.session.token = undefined;
			response = await send();
		}
		if (response.ok) return { ok: true };
		const problem = await response.json().catch(() => ({}));
		return { ok: false, code: problem.code ?? 'unknown', current: problem.current };
	} catch {
		return { ok: false, code: 'unreachable' };
	}
}

/** OAuth 2.0 client credentials (RFC 6749, 4.4). */
async function token(app: Casustafel): Promise<string> {
	if (app.session.token) return app.session.token;
	const credentials = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64');
	const response = await (app.fetch ?? fetch)(new URL('/api/v1/token', app.url), {
		method: 'POST',
		headers: { authorization: `Basic ${credentials}` },
		body: new URLSearchParams({ grant_type: 'client_credentials' }),
		signal: AbortSignal.timeout(8000)
	});
	const { access_token: given } = (await response.json()) as { access_token?: string };
	app.session.token = given;
	return given ?? '';
}
