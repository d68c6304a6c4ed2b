import type { App } from '../../app.ts';
import type { Connector } from '../../store/delivery.ts';
import { repositories } from '../../store/repositories.ts';
import { sha256 } from '../../transact.ts';
import type { Actor } from '../../work.ts';
import { type Allowance, countAttempt, countRequest } from './limits.ts';
import { problem } from './problem.ts';

/** An organisation's own system, known by its token. */
export type ConnectorActor = Actor & { connectorId: string };

export interface Client {
	actor: ConnectorActor;
	allowance: Allowance;
}

/** Who asks, from `Authorization: Bearer <token>` (RFC 6750); or the answer that refuses. */
export async function authenticate(
	app: App,
	request: Request,
	address: string
): Promise<Client | Response> {
	const header = request.headers.get('authorization');
	const token = /^Bearer +(ctt_[\w-]{43})$/i.exec(header ?? '')?.[1];
	const store = repositories(app.database.reader);
	const connector = token && (await store.apiTokens.connectorOf(sha256(token), app.clock.now()));
	if (!connector || !(await takesPart(app, connector))) return unknown(app, header, address);
	const allowance = await countRequest(app, connector.id);
	if (allowance.isSpent) return problem('too-many', { retryAfter: allowance.resetIn });
	return { actor: actorOf(connector, address), allowance };
}

/** Nobody in person: the log and the history name the organisation and its connection. */
export function actorOf(connector: Connector, address: string): ConnectorActor {
	return {
		personId: connector.id,
		organisationId: connector.organisationId,
		administers: 'nothing',
		client: `key:${connector.id.slice(0, 6)}`,
		address,
		connectorId: connector.id
	};
}

/** Who takes part no more is let in by no secret either. */
export async function takesPart(app: App, connector: Connector): Promise<boolean> {
	const { people } = repositories(app.database.reader);
	const organisation = await people.organisation(connector.organisationId);
	return organisation !== null && !organisation.archivedAt;
}

async function unknown(app: App, header: string | null, address: string): Promise<Response> {
	const attempts = await countAttempt(app, address);
	if (attempts.isSpent) return problem('too-many', { retryAfter: attempts.resetIn });
	const error = header === null ? '' : ', error="invalid_token"';
	return problem(
		'token-required',
		{},
		{
			'www-authenticate': `Bearer realm="casustafel"${error}`
		}
	);
}
