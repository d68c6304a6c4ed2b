import { setImmediate as nextTurn } from 'node:timers/promises';
import type { App } from '../app.ts';
import { type Senders, senders } from '../connectors/senders.ts';
import type { WebhookParts } from '../connectors/webhook/webhook.ts';
import { logError } from '../log.ts';
import { repositories } from '../store/repositories.ts';
import { Together } from '../store/together.ts';
import { bring } from './bring.ts';
import { sendNotices } from './notices.ts';
import { type Ended, settle } from './settle.ts';

/** Longer than one attempt can last: after a crash the delivery is taken up again then. */
export const CLAIM_SECONDS = 60;
/** Deliveries on their way at once per receiver, each about another subject. */
const AT_ONCE = 8;
/** Claimed together: one sync to disk for all of them, and each gets its turn before the claim runs out. */
const CLAIMED = 4 * AT_ONCE;
/** Looks again at least this often, whatever happens to the clock. */
const LONGEST_REST_MS = 60_000;

export interface OutboxParts extends Partial<WebhookParts> {
	/** 0 ≤ r < 1, for the jitter. */
	random?: () => number;
}

/**
 * Brings what the outbox holds to its receivers: claimed in a transaction, sent outside any, settled in
 * another. Each receiver has a lane of its own, so that a slow or dead one keeps nobody else waiting.
 */
export class Outbox {
	readonly #app: () => App;
	readonly #parts: OutboxParts;
	readonly #lanes = new Map<string, Promise<void>>();
	readonly #closing = new AbortController();
	/** What ends in one turn of the event loop is written together. */
	readonly #settling = new Together<Ended>(
		(all) => settle(this.#app(), all, this.#parts.random ?? Math.random),
		nextTurn
	);
	#senders: Senders | null = null;
	#isStarted = false;
	#rest: NodeJS.Timeout | null = null;
	#looking: Promise<void> = Promise.resolve();

	constructor(app: () => App, parts: OutboxParts = {}) {
		this.#app = app;
		this.#parts = parts;
	}

	start(): void {
		this.#isStarted = true;
		this.wake();
	}

	/** Something was committed that may have to leave. Does nothing before `start`. */
	wake(): void {
		if (!this.#isStarted || this.#isClosed) return;
		this.#looking = this.#looking
			.then(() => this.#look())
			.catch((error: unknown) => this.#fault(error));
	}

	/** Until nothing is due; what waits for a later attempt is left waiting. */
	async drain(): Promise<void> {
		while (!this.#isClosed) {
			await this.#openLanes();
			if (this.#lanes.size === 0) return sendNotices(this.#app(), this.#closing.signal);
			await Promise.all(this.#lanes.values());
		}
	}

	/** Breaks off what is on its way; it is sent again, under the same id, after the next start. */
	async close(): Promise<void> {
		this.#closing.abort();
		if (this.#rest) clearTimeout(this.#rest);
		await this.#looking;
		await Promise.allSettled(this.#lanes.values());
	}

	get #isClosed(): boolean {
		return this.#closing.signal.aborted;
	}

	async #look(): Promise<void> {
		if (this.#isClosed) return;
		await this.#openLanes();
		await sendNotices(this.#app(), this.#closing.signal);
		const { delivery } = repositories(this.#app().database.reader);
		const now = this.#app().clock.now();
		const next = await delivery.nextDueAt(now);
		const wait = next ? next.getTime() - now.getTime() : LONGEST_REST_MS;
		this.#restFor(Math.min(Math.max(wait, 0), LONGEST_REST_MS));
	}

	#restFor(milliseconds: number): void {
		if (this.#rest) clearTimeout(this.#rest);
		if (this.#isClosed) return;
		this.#rest = setTimeout(() => this.wake(), milliseconds).unref();
	}

	/** A fault of ours (a full disk, say) must not become a busy loop. */
	#fault(error: unknown): void {
		logError('outbox', error);
		this.#restFor(LONGEST_REST_MS);
	}

	async #openLanes(): Promise<void> {
		const app = this.#app();
		const { delivery } = repositories(app.database.reader);
		for (const id of await delivery.connectorsWithDue(app.clock.now())) {
			if (this.#lanes.has(id)) continue;
			const lane = this.#lane(id).finally(() => this.#lanes.delete(id));
			this.#lanes.set(id, lane);
			if (this.#isStarted)
				// What came in just after the lane's last look is seen by looking once more.
				lane.then(
					() => this.wake(),
					(error: unknown) => this.#fault(error)
				);
		}
	}

	async #lane(connectorId: string): Promise<void> {
		const app = this.#app();
		while (!this.#isClosed) {
			const now = app.clock.now();
			const until = new Date(now.getTime() + CLAIM_SECONDS * 1000);
			const claimed = await app.database.write((queries) =>
				repositories(queries).delivery.claim(connectorId, now, until, CLAIMED)
			);
			if (claimed.length === 0) return;
			app.hub.touched(new Set(claimed.map(({ row }) => `item:${row.itemId}` as const)));
			const waiting = claimed.values();
			const hand = async () => {
				for (const dispatch of waiting) await this.#one(connectorId, dispatch);
			};
			await Promise.all(Array.from({ length: AT_ONCE }, hand));
		}
	}

	async #one(connectorId: string, dispatch: Parameters<typeof bring>[3]): Promise<void> {
		const app = this.#app();
		this.#senders ??= senders(app, this.#parts);
		const brought = await bring(app, this.#senders, connectorId, dispatch, this.#closing.signal);
		await this.#settling.add({ connectorId, dispatch, brought });
	}
}
