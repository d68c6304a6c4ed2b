import type { App } from '../../app.ts';
import { logError } from '../../log.ts';
import { authenticate, type ConnectorActor } from './authenticate.ts';
import { allowanceHeaders } from './limits.ts';
import { problem } from './problem.ts';

/** Answers a request of an organisation's system: knows it first, and says what is left of its allowance. */
export async function asClient(
	app: App,
	request: Request,
	address: string,
	does: (actor: ConnectorActor) => Promise<Response>
): Promise<Response> {
	return answering(request, async () => {
		const client = await authenticate(app, request, address);
		if (client instanceof Response) return client;
		const response = await does(client.actor);
		for (const [name, value] of Object.entries(allowanceHeaders(client.allowance)))
			response.headers.set(name, value);
		return response;
	});
}

/** What every answer has in common: an address with a slash at its end is another one, and a fault of ours is told as such. */
export async function answering(
	request: Request,
	does: () => Promise<Response> | Response
): Promise<Response> {
	try {
		if (new URL(request.url).pathname.endsWith('/')) return problem('not-found');
		return await does();
	} catch (error) {
		logError('api', error);
		return problem('fault');
	}
}

/** For every method that an address does not know. */
export function onlyAllows(...methods: string[]): (request: Request) => Response {
	const known = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
	const allow = known.join(', ');
	return (request) => {
		if (new URL(request.url).pathname.endsWith('/')) return problem('not-found');
		if (request.method !== 'OPTIONS') return problem('method-not-allowed', {}, { allow });
		return answerOptions(allow);
	};
}

function answerOptions(allow: string): Response {
	const response = problem('method-not-allowed', {}, { allow });
	const { headers } = response;
	headers.delete('content-type');
	return new Response(null, { status: 204, headers });
}
