import type { Clock } from '#lib/server/clock.ts';
import { Budget } from './budget.ts';
import type { Peer } from './room.ts';

/** What is known of one socket: its pace and which documents it has open or is opening. */
export interface Visitor {
	readonly budget: Budget;
	readonly documents: Set<string>;
}

/** The sockets that have documents open. */
export class Visitors {
	readonly #clock: Clock;
	readonly #visitors = new Map<string, Visitor>();
	/** A socket can close while its right to open is being looked up: then it must not come in. */
	readonly #dropped = new WeakSet<Peer>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Null when the socket is gone. */
	of(peer: Peer): Visitor | null {
		if (this.#dropped.has(peer)) return null;
		const known = this.#visitors.get(peer.id);
		if (known) return known;
		const visitor = { budget: new Budget(this.#clock.now()), documents: new Set<string>() };
		this.#visitors.set(peer.id, visitor);
		return visitor;
	}

	/** Whether the socket may send one more message of this size now. */
	may(peer: Peer, bytes: number): boolean {
		return this.of(peer)?.budget.take(bytes, this.#clock.now()) ?? false;
	}

	documentsOf(peer: Peer): string[] {
		return [...(this.#visitors.get(peer.id)?.documents ?? [])];
	}

	left(peer: Peer, documentId: string): void {
		this.#visitors.get(peer.id)?.documents.delete(documentId);
	}

	/** Forgets the socket; returns what it had open. */
	drop(peer: Peer): string[] {
		this.#dropped.add(peer);
		const documents = this.documentsOf(peer);
		this.#visitors.delete(peer.id);
		return documents;
	}
}
