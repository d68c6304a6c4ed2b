import { type CloseReason, PROTOCOL_VERSION, type RefusedConnection } from '#lib/protocol/live.ts';
import * as wire from '#lib/protocol/wire/parser.ts';
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { log, logError } from '../log.ts';
import type { App } from '../app.ts';
import type { Topic } from '../work.ts';
import { ItemAccess } from './access.ts';
import { watchBacklog } from './backlog.ts';
import type { Connection } from './connection.ts';
import type { DocumentRooms } from './documents/rooms.ts';
import { speakFrames } from './frames.ts';
import { listen } from './listen.ts';
import { fromOurPages } from './origin.ts';
import { Pusher } from './pusher.ts';
import { signedInConnection } from './sign-in.ts';

const SWEEP_MS = 2_000;
/** Open tabs of one person: more than anyone looks at, few enough to multiply no allowance. */
const TABS = 30;

/** The live side: open tabs, what each looks at, and who must hear of a change. */
export class Hub {
	readonly app: () => App;
	readonly rooms: DocumentRooms;
	readonly access: ItemAccess;
	readonly connections = new Map<string, Connection>();
	readonly #pusher: Pusher;
	#io: Server | null = null;
	#sweep: NodeJS.Timeout | null = null;

	constructor(app: () => App, rooms: DocumentRooms) {
		this.app = app;
		this.rooms = rooms;
		this.access = new ItemAccess(app);
		this.#pusher = new Pusher(this);
	}

	attach(server: HttpServer): void {
		const io = new Server(server, {
			// Municipal proxies block websockets, so long-polling stays; compression costs 3× the CPU.
			transports: ['polling', 'websocket'],
			perMessageDeflate: false,
			httpCompression: false,
			maxHttpBufferSize: 128 * 1024,
			serveClient: false,
			destroyUpgrade: false,
			parser: wire
		});
		io.engine.use(
			(request: Parameters<typeof fromOurPages>[0], _: unknown, next: (error?: Error) => void) =>
				fromOurPages(request, this.app().settings.publicUrl) ? next() : next(new Error('origin'))
		);
		io.use((socket, next) => {
			if (socket.handshake.auth.protocol !== PROTOCOL_VERSION)
				return next(new Error('protocol-outdated' satisfies RefusedConnection));
			signedInConnection(this.app(), socket).then(
				(connection) => {
					if (!connection) return next(new Error('signed-out' satisfies RefusedConnection));
					if (this.#connectionsOf(connection.personId).length >= TABS)
						return next(new Error('too-many-tabs' satisfies RefusedConnection));
					socket.data.connection = connection;
					next();
				},
				(error) => {
					logError('handshake', error);
					next(new Error('not-available' satisfies RefusedConnection));
				}
			);
		});
		io.on('connection', (socket) => {
			const connection: Connection = socket.data.connection;
			this.connections.set(connection.id, connection);
			speakFrames(socket);
			listen(this, connection);
			watchBacklog(socket.conn, (bytes) =>
				log({ event: 'slow-consumer', personId: connection.personId, bytes })
			);
			socket.on('disconnect', () => {
				this.connections.delete(connection.id);
				this.rooms.drop(connection);
				this.presenceChanged(connection.topics);
			});
		});
		this.#io = io;
		this.#sweep = setInterval(() => void this.#endExpired(), SWEEP_MS);
		this.#sweep.unref();
	}

	/** After a commit: everyone who looks at what changed gets the view he or she may have now. */
	touched(topics: ReadonlySet<Topic>): void {
		if (topics.size === 0) return;
		this.access.forget(topics);
		if ([...topics].some((topic) => topic.startsWith('person:'))) void this.#endExpired();
		this.#pusher.push(new Set([...topics, ...this.#openTo(topics)]));
	}

	/** Someone opened or left an item; only those at that item are told. */
	presenceChanged(topics: Iterable<string>): void {
		const items = [...topics].filter((topic): topic is Topic => /^(item|meeting):/.test(topic));
		this.#pusher.push(new Set(items));
	}

	/** All that these people have open: with a seat or an account goes the right to each of them. */
	#openTo(topics: ReadonlySet<Topic>): Topic[] {
		return [...this.connections.values()]
			.filter(({ personId }) => topics.has(`person:${personId}`))
			.flatMap((connection) => [
				...(connection.topics as Topic[]),
				...this.rooms.openBy(connection).map((itemId): Topic => `item:${itemId}`)
			]);
	}

	#connectionsOf(personId: string): Connection[] {
		return [...this.connections.values()].filter((one) => one.personId === personId);
	}

	async closeSession(sessionId: string, reason: CloseReason = 'signed-out'): Promise<void> {
		for (const connection of this.connections.values())
			if (connection.sessionId === sessionId) this.disconnect(connection, reason);
	}

	async closeSessionsOf(personId: string, reason: CloseReason = 'session-ended'): Promise<void> {
		for (const connection of this.#connectionsOf(personId)) this.disconnect(connection, reason);
	}

	disconnect(connection: Connection, reason: CloseReason): void {
		this.connections.delete(connection.id);
		this.rooms.drop(connection);
		connection.socket.emit('closing', { reason });
		connection.socket.disconnect(true);
	}

	/** A socket that keeps sending what can't be accepted. */
	expel(connectionId: string): void {
		const connection = this.connections.get(connectionId);
		if (connection) this.disconnect(connection, 'misbehaved');
	}

	async close(): Promise<void> {
		if (this.#sweep) clearInterval(this.#sweep);
		for (const connection of this.connections.values())
			connection.socket.emit('closing', { reason: 'server-stops' satisfies CloseReason });
		await this.#io?.close();
		await this.#pusher.idle();
	}

	/**
	 * A session that ended by itself (idle, absolute) also closes its open tabs, within seconds; so is who is
	 * at an item on a ground whose last day has passed out of it.
	 */
	async #endExpired(): Promise<void> {
		try {
			await this.app().dayTurn.done();
			await this.access.endExpired(this);
		} catch (error) {
			logError('sweep', error);
		}
	}
}
