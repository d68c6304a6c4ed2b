import type { Clock } from '#lib/server/clock.ts';
import type { Ids } from '#lib/server/ids.ts';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Replica } from './port.ts';

export interface Assigned {
	clientId: number;
	secret: string;
	/** Set when this id is new: it must be stored before it is handed out. */
	added?: Replica;
}

/**
 * The Yjs client ids of one document, one per tab. Two tabs on one id: Yjs silently drops the second's
 * text. A new id at each reconnect: the guard would refuse exactly what was typed while cut off.
 */
export class Replicas {
	readonly #replicas: Map<number, Replica>;

	constructor(replicas: readonly Replica[]) {
		this.#replicas = new Map(replicas.map((replica) => [replica.clientId, replica]));
	}

	/** The same id again, for the same person's tab with the right secret; else null. */
	resume(claim: { clientId: number; secret: string }, personId: string): Assigned | null {
		const replica = this.#replicas.get(claim.clientId);
		if (!replica || replica.personId !== personId) return null;
		const given = Buffer.from(hash(claim.secret));
		const kept = Buffer.from(replica.secretHash);
		return given.length === kept.length && timingSafeEqual(given, kept) ? { ...claim } : null;
	}

	/** An id that no one has and under which nothing was ever written. */
	assign(
		personId: string,
		wrote: (clientId: number) => boolean,
		{ clock, ids }: { clock: Clock; ids: Ids }
	): Assigned {
		let clientId: number;
		do clientId = 1 + ids.number(0xffffffff);
		while (this.#replicas.has(clientId) || wrote(clientId));
		const secret = ids.secret();
		const added = { clientId, personId, secretHash: hash(secret), createdAt: clock.now() };
		this.#replicas.set(clientId, added);
		return { clientId, secret, added };
	}
}

function hash(secret: string): string {
	return createHash('sha256').update(secret).digest('base64url');
}
