interface Events {
	gebeurtenissen: { type: string; data: Record<string, unknown> }[];
	next: string | null;
}

/** An organisation's own system that fetches for itself, as any program would: with plain requests. */
export class ApiClient {
	readonly #origin: string;
	readonly #name: string;
	readonly #secret: string;
	#token = '';

	constructor(origin: string, clientId: string, clientSecret: string) {
		this.#origin = origin;
		this.#name = clientId;
		this.#secret = clientSecret;
	}

	/** A token by client credentials (RFC 6749, 4.4), for what is asked next. */
	async signIn(): Promise<void> {
		const pair = Buffer.from(`${this.#name}:${this.#secret}`).toString('base64');
		const answer = await fetch(`${this.#origin}/api/v1/token`, {
			method: 'POST',
			headers: { authorization: `Basic ${pair}` },
			body: new URLSearchParams({ grant_type: 'client_credentials' })
		});
		if (!answer.ok) throw new Error(`no token: ${answer.status}`);
		({ access_token: this.#token } = (await answer.json()) as { access_token: string });
	}

	/** What came about since the first one, in order. */
	async events(): Promise<Events['gebeurtenissen']> {
		const answer = await this.#ask('/gebeurtenissen');
		return ((await answer.json()) as Events).gebeurtenissen;
	}

	/** Somebody there has seen it. */
	async read(actionId: string): Promise<void> {
		await this.#ask(`/acties/${actionId}/gelezen`, { method: 'POST' });
	}

	async report(actionId: string, what: Record<string, unknown>): Promise<Response> {
		return this.#ask(`/acties/${actionId}`, {
			method: 'PATCH',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(what)
		});
	}

	async #ask(path: string, init: RequestInit = {}): Promise<Response> {
		const answer = await fetch(`${this.#origin}/api/v1${path}`, {
			...init,
			headers: { authorization: `Bearer ${this.#token}`, ...(init.headers as object) }
		});
		if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
		return answer;
	}
}
