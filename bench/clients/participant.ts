import { WebSocket } from 'ws';
import type { PreparedRoom } from '../prepare/rooms.ts';

/** Where one person of a room connects to. */
export interface Place {
	port: number;
	room: PreparedRoom;
	/** Which of the people of the room. */
	number: number;
}

/** One open tab, speaking one server's language with as little code of its own as possible. */
export abstract class Participant {
	protected readonly socket: WebSocket;
	protected readonly documentId: string;
	/** Another person's edits arrived. */
	hear: (update: Uint8Array) => void = () => {};

	constructor(address: string, documentId: string, headers: Record<string, string> = {}) {
		this.documentId = documentId;
		this.socket = new WebSocket(address, { headers, perMessageDeflate: false });
		this.socket.on('message', (data: Buffer, isBinary: boolean) => this.receive(data, isBinary));
	}

	/** The connection is there and known to be whose it is. */
	abstract ready(): Promise<void>;
	/** Opens the document: the whole text, and the Yjs client id to write under when the server gives one. */
	abstract open(): Promise<{ state: Uint8Array; clientId?: number }>;
	abstract send(update: Uint8Array, stored: () => void): void;
	protected abstract receive(data: Buffer, isBinary: boolean): void;

	/** Everything that ever came in, headers of frames included. */
	get bytes(): number {
		const raw: unknown = Reflect.get(this.socket, '_socket');
		return raw ? Number(Reflect.get(raw, 'bytesRead')) : 0;
	}

	close(): void {
		this.socket.terminate();
	}

	protected connected(): Promise<void> {
		return new Promise((resolve, reject) => {
			this.socket.once('open', () => resolve());
			this.socket.once('error', reject);
		});
	}
}
