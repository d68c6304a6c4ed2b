import type { App } from '../../app.ts';
import { logError } from '../../log.ts';
import type { Connector } from '../../store/delivery.ts';
import { repositories } from '../../store/repositories.ts';
import { targetOf } from '../target.ts';
import { onList } from './on-list.ts';
import type { DavParts } from './pinned-fetch.ts';
import { poll } from './poll.ts';

/** Of a server that is off, or that refuses the password: asking more often may lock the account. */
const LONGEST_MS = 3_600_000;
/** Between looks at the clock. */
const TICK_MS = 5000;

export interface TaskListParts extends Partial<DavParts> {
	/** 0 ≤ r < 1, for the jitter. */
	random?: () => number;
}

interface Turn {
	/** Milliseconds since 1970. */
	next: number;
	failures: number;
}

/**
 * Looks at every task list each two minutes, or as often as the operator says, by turns that differ a little, and less often at one that does
 * not answer. Each list has a lane of its own, so that a dead one keeps no other waiting.
 */
export class TaskLists {
	readonly #app: () => App;
	readonly #parts: TaskListParts;
	readonly #turns = new Map<string, Turn>();
	readonly #lanes = new Map<string, Promise<void>>();
	readonly #closing = new AbortController();
	#ticking: NodeJS.Timeout | null = null;

	constructor(app: () => App, parts: TaskListParts = {}) {
		this.#app = app;
		this.#parts = parts;
	}

	start(): void {
		const tick = () =>
			void this.#openLanes().catch((error: unknown) => logError('task-lists', error));
		this.#ticking ??= setInterval(tick, TICK_MS).unref();
	}

	/** Looks at the lists whose turn it is, until all have been looked at. */
	async round(): Promise<void> {
		await this.#openLanes();
		await Promise.all(this.#lanes.values());
	}

	/** Breaks off what is on its way: a look at a list can be taken again. */
	async close(): Promise<void> {
		this.#closing.abort();
		if (this.#ticking) clearInterval(this.#ticking);
		await Promise.allSettled(this.#lanes.values());
	}

	async #openLanes(): Promise<void> {
		if (this.#closing.signal.aborted) return;
		const app = this.#app();
		const now = app.clock.now().getTime();
		const all = await repositories(app.database.reader).delivery.allConnectors();
		for (const connector of all.filter(({ kind }) => kind === 'caldav')) {
			const { id } = connector;
			if (this.#lanes.has(id) || (this.#turns.get(id)?.next ?? 0) > now) continue;
			const lane = this.#look(connector)
				.catch((error: unknown) => {
					if (!this.#closing.signal.aborted) logError('task-lists', error);
					return false;
				})
				.then((isSeen) => this.#setTurn(id, isSeen))
				.finally(() => this.#lanes.delete(id));
			this.#lanes.set(id, lane);
		}
	}

	/** Whether the list could be looked at. The first time that it could not, the exchanges say why. */
	async #look(connector: Connector): Promise<boolean> {
		const app = this.#app();
		const parts = { allow: app.settings.webhookAllow, ...this.#parts };
		const at = onList(app, targetOf(app, connector), parts, this.#closing.signal);
		const looked = await poll(at, { isPaused: connector.pausedAt !== null });
		if (looked.ok || this.#closing.signal.aborted) return looked.ok;
		const isFirst = (this.#turns.get(connector.id)?.failures ?? 0) === 0;
		if (isFirst)
			await app.database.write((queries) =>
				repositories(queries).delivery.addExchange({
					connectorId: connector.id,
					at: app.clock.now(),
					what: 'status-in',
					error: looked.error
				})
			);
		return false;
	}

	#setTurn(connectorId: string, isSeen: boolean): void {
		const failures = isSeen ? 0 : (this.#turns.get(connectorId)?.failures ?? 0) + 1;
		const everyMs = this.#app().settings.taskListSeconds * 1000;
		const wait = Math.min(everyMs * 2 ** Math.min(failures, 10), LONGEST_MS);
		const jitter = 0.8 + 0.4 * (this.#parts.random ?? Math.random)();
		const next = this.#app().clock.now().getTime() + Math.round(wait * jitter);
		this.#turns.set(connectorId, { next, failures });
	}
}
