import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { App } from '../../app.ts';
import { repositories } from '../../store/repositories.ts';
import { sha256 } from '../../transact.ts';
import type { Actor } from '../../work.ts';
import { problem } from './problem.ts';

/** An organisation's own system, known by its key. */
export type ConnectorActor = Actor & { connectorId: string };

interface Limits {
	/** Requests with a valid key, per key. */
	perKey: RateLimiterMemory;
	/** Requests without one, per address: guessing is hopeless, and must not be cheap either. */
	refused: RateLimiterMemory;
}

const limitsOf = new WeakMap<App, Limits>();

function limits(app: App): Limits {
	let found = limitsOf.get(app);
	if (!found) {
		found = {
			perKey: new RateLimiterMemory({ points: 240, duration: 60 }),
			refused: new RateLimiterMemory({ points: 30, duration: 60 })
		};
		limitsOf.set(app, found);
	}
	return found;
}

/** Who asks, from `Authorization: Bearer <key>`; or the answer that refuses. */
export async function authenticate(
	app: App,
	request: Request,
	address: string
): Promise<ConnectorActor | Response> {
	const key = /^Bearer +([\w-]{20,100})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
	const { delivery, people } = repositories(app.database.reader);
	const connector = key ? await delivery.connectorByKey(sha256(key)) : null;
	const organisation = connector && (await people.organisation(connector.organisationId));
	// Who takes part no more is let in by no key either.
	if (!connector || !organisation || organisation.archivedAt)
		return (await refusedFor(limits(app).refused, address)) ?? problem('key-required');
	const tooMany = await refusedFor(limits(app).perKey, connector.id);
	if (tooMany) return tooMany;
	return {
		// Nobody in person: the log and the history name the organisation and its connection.
		personId: connector.id,
		organisationId: connector.organisationId,
		administers: 'nothing',
		client: `key:${connector.id.slice(0, 6)}`,
		address,
		connectorId: connector.id
	};
}

async function refusedFor(limiter: RateLimiterMemory, who: string): Promise<Response | null> {
	try {
		await limiter.consume(who);
		return null;
	} catch (rejected) {
		if (!(rejected instanceof RateLimiterRes)) throw rejected;
		return problem('too-many', { retryAfter: Math.ceil(rejected.msBeforeNext / 1000) });
	}
}
