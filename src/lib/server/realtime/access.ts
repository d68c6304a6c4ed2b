import { rootsOf } from '#lib/document/roots.ts';
import type { App } from '../app.ts';
import { sessionEndsAt } from '../auth/sessions.ts';
import { repositories } from '../store/repositories.ts';
import type { Topic } from '../work.ts';
import type { Hub } from './hub.ts';

/** Who may read and write the shared text of one item, now. */
export interface TextAccess {
	people: ReadonlySet<string>;
	roots: string[];
	/** False once the item is concluded, its meeting closed or its case: the text then stands. */
	writable: boolean;
}

/**
 * Checked again for every update of shared text, so it is kept in memory and dropped whenever
 * something it rests on is touched: all writes go through this one process.
 */
export class ItemAccess {
	readonly #app: () => App;
	readonly #known = new Map<string, Promise<TextAccess | null>>();

	constructor(app: () => App) {
		this.#app = app;
	}

	async of(itemId: string): Promise<TextAccess | null> {
		await this.#app().dayTurn.done();
		const known = this.#known.get(itemId);
		if (known) return known;
		const loading = this.#load(itemId);
		this.#known.set(itemId, loading);
		const access = await loading;
		// What is not there is not kept: ids can be made up without end.
		if (!access && this.#known.get(itemId) === loading) this.#known.delete(itemId);
		return access;
	}

	/** How many items are kept in memory. */
	get size(): number {
		return this.#known.size;
	}

	forget(topics: ReadonlySet<Topic>): void {
		for (const topic of topics) {
			if (topic.startsWith('item:')) this.#known.delete(topic.slice('item:'.length));
			// A seat, an account or a meeting can decide over many items.
			else this.#known.clear();
		}
	}

	async endExpired(hub: Hub): Promise<void> {
		const { database, clock } = this.#app();
		const store = repositories(database.reader);
		const connections = [...hub.connections.values()];
		if (connections.length === 0) return;
		const held = await store.sessions.held(connections.map(({ sessionId }) => sessionId));
		for (const connection of connections) {
			const { session, person } = held.get(connection.sessionId) ?? {};
			if (!session || !person || person.disabledAt || sessionEndsAt(session) <= clock.now())
				hub.disconnect(connection, 'session-ended');
			else if (
				person.organisationId !== connection.actor.organisationId ||
				person.administers !== connection.actor.administers
			)
				hub.disconnect(connection, 'account-changed');
		}
	}

	async #load(itemId: string): Promise<TextAccess | null> {
		const store = repositories(this.#app().database.reader);
		const item = await store.agenda.find(itemId);
		const meeting = item && (await store.tables.meeting(item.meetingId));
		const family = item?.caseId ? await store.cases.family(item.caseId) : null;
		if (!item || !meeting || !family) return null;
		const seats = await store.tables.seats(meeting.tableId);
		const participants = await store.agenda.participants(itemId);
		const running = seats.filter((seat) => seat.role !== 'member').map((seat) => seat.personId);
		const people = await store.people.findMany([
			...running,
			...participants.map((participant) => participant.personId)
		]);
		return {
			people: new Set(people.filter((one) => !one.person.disabledAt).map((one) => one.person.id)),
			roots: rootsOf({
				organisationIds: [...new Set(people.map((one) => one.organisation.id))],
				childIds: family.children.map((child) => child.id)
			}),
			writable:
				item.status !== 'done' && meeting.status !== 'closed' && family.case.closedAt === null
		};
	}
}
