import { randomIds } from '#lib/server/ids.ts';
import type { DocumentStore, JournalWrite } from '#lib/server/realtime/documents/port.ts';
import { DocumentRooms, type Peer } from '#lib/server/realtime/documents/rooms.ts';
import { documentStore } from '#lib/server/store/documents.ts';
import { TemporaryDatabase } from './database.ts';
import { Tab } from './people.ts';

/** Rooms over a real database file, with a clock that stands still until it is moved. */
export class Server {
	readonly files = new TemporaryDatabase();
	readonly logged: object[] = [];
	readonly expelled: Peer[] = [];
	now = new Date('2026-11-24T09:00:00Z');
	rooms!: DocumentRooms;
	store!: DocumentStore;
	/** Called before each append; throw to make the disk refuse. */
	disk: (writes: readonly JournalWrite[]) => void | Promise<void> = () => undefined;

	static async start(): Promise<Server> {
		const server = new Server();
		await server.restart();
		return server;
	}

	/** New rooms over the same file; the old ones are simply gone, as after kill -9. */
	async restart(): Promise<this> {
		const real = documentStore(await this.files.open());
		this.store = {
			load: (documentId) => real.load(documentId),
			append: async (writes) => {
				await this.disk(writes);
				await real.append(writes);
			}
		};
		this.rooms = new DocumentRooms({
			store: this.store,
			clock: { now: () => this.now },
			ids: randomIds,
			log: (event) => this.logged.push(event),
			expel: (peer) => this.expelled.push(peer)
		});
		return this;
	}

	tab(person: string): Tab {
		return new Tab(this.rooms, person);
	}

	async opened(person: string): Promise<Tab> {
		const tab = this.tab(person);
		await tab.open();
		return tab;
	}

	pass(seconds: number): void {
		this.now = new Date(this.now.getTime() + seconds * 1000);
	}
}
