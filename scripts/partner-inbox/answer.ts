import type { InboxAction, Status } from './mailbox.ts';

/** What goes back to Casustafel, with this organisation's own key. */
export interface Casustafel {
	url: string;
	apiKey: string;
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
	try {
		const response = await (app.fetch ?? fetch)(new URL(path, app.url), {
			method,
			headers: {
				authorization: `Bearer ${app.apiKey}`,
				'content-type': 'application/json',
				'idempotency-key': idempotencyKey
			},
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(8000)
		});
		if (response.ok) return { ok: true };
		const problem = await response.json().catch(() => ({}));
		return { ok: false, code: problem.code ?? 'unknown', current: problem.current };
	} catch {
		return { ok: false, code: 'unreachable' };
	}
}
