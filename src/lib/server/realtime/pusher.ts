import { logReads } from '../log-reads.ts';
import { logError } from '../log.ts';
import { repositories } from '../store/repositories.ts';
import type { AccessEntry, Topic } from '../work.ts';
import { type LoadedView, loadView } from '../views/load-view.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import { presenceAt, waitingIn } from './presence.ts';

/** Recomputes views after changes, one round at a time; changes during a round make the next. */
export class Pusher {
	readonly #hub: Hub;
	#dirty = new Set<Topic>();
	#round: Promise<void> | null = null;

	constructor(hub: Hub) {
		this.#hub = hub;
	}

	push(topics: ReadonlySet<Topic>): void {
		for (const topic of topics) this.#dirty.add(topic);
		this.#round ??= this.#rounds().finally(() => (this.#round = null));
	}

	async idle(): Promise<void> {
		await this.#round;
	}

	async #rounds(): Promise<void> {
		while (this.#dirty.size > 0) {
			const topics = this.#dirty;
			this.#dirty = new Set();
			for (const topic of topics) {
				try {
					await this.#pushTopic(topic);
				} catch (error) {
					logError('push', error);
				}
			}
		}
	}

	async #pushTopic(topic: Topic): Promise<void> {
		const viewers = [...this.#hub.connections.values()].filter((one) => one.looksAt(topic));
		const app = this.#hub.app();
		const views = new Map<string, LoadedView | null>();
		for (const viewer of viewers) {
			let view = views.get(viewer.personId);
			if (view === undefined) {
				const store = repositories(app.database.reader);
				const loaded = await loadView(app, store, viewer.actor, topic);
				view = loaded && {
					...loaded,
					parts: { ...loaded.parts, ...live(this.#hub, topic, loaded.parts) }
				};
				views.set(viewer.personId, view);
			}
			if (!view) {
				viewer.gone(topic);
				// Who is out is no longer present either, for those who were told before.
				this.#dirty.add(topic);
			} else {
				await this.#logFresh(viewer, topic, view.reads);
				viewer.update(topic, view.parts);
			}
		}
		if (topic.startsWith('item:')) await this.#evict(topic.slice('item:'.length));
	}

	/** A case that shows up in an open view only now is a reading of its own: first the row, then the view. */
	async #logFresh(viewer: Connection, topic: string, reads: readonly AccessEntry[]): Promise<void> {
		const fresh = viewer.unread(topic, reads);
		await logReads(this.#hub.app(), viewer.actor, fresh);
		viewer.hasRead(topic, fresh);
	}

	/** Whoever has the text open without a right to it, looking at the item's page or not, is out. */
	async #evict(itemId: string): Promise<void> {
		const inside = this.#hub.rooms.peopleIn(itemId);
		if (inside.size === 0) return;
		const access = await this.#hub.access.of(itemId);
		for (const personId of inside)
			if (!access?.people.has(personId)) this.#hub.rooms.evict(personId, itemId);
	}
}

/** What only the open connections know, added to a view. */
export function live(hub: Hub, topic: string, parts: object): object {
	if (topic.startsWith('item:')) return { presence: presenceAt(hub, topic) };
	if (topic.startsWith('meeting:')) return { waiting: waitingIn(hub, topic, parts) };
	return {};
}
