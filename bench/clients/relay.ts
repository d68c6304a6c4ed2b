import { Participant, type Place } from './participant.ts';

const NAME = 22;

/** The bare relay: the document's name, then the update. */
export class RelayParticipant extends Participant {
	readonly #name: Buffer;

	constructor({ port, room }: Place) {
		super(`ws://127.0.0.1:${port}/${room.documentId}`, room.documentId);
		this.#name = Buffer.from(room.documentId);
	}

	ready(): Promise<void> {
		return this.connected();
	}

	async open() {
		return { state: new Uint8Array([0, 0]) };
	}

	send(update: Uint8Array): void {
		this.socket.send(Buffer.concat([this.#name, update]));
	}

	protected receive(data: Buffer): void {
		this.hear(data.subarray(NAME));
	}
}
