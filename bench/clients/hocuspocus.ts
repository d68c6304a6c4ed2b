import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Participant, type Place } from './participant.ts';

const SYNC = 0;
const AUTH = 2;
const SYNC_REPLY = 4;
const SYNC_STATUS = 8;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
const NOTHING_KNOWN = new Uint8Array([0]);

/** Hocuspocus 4: the document's name on each message, a status after each update. */
export class HocuspocusParticipant extends Participant {
	readonly #authenticated = Promise.withResolvers<void>();
	readonly #opened = Promise.withResolvers<Uint8Array>();
	readonly #waiting: (() => void)[] = [];

	constructor({ port, room }: Place) {
		super(`ws://127.0.0.1:${port}/`, room.documentId);
	}

	ready(): Promise<void> {
		return this.connected();
	}

	async open() {
		this.#write(AUTH, (encoder) => {
			encoding.writeVarUint(encoder, 0);
			encoding.writeVarString(encoder, 'token');
		});
		await this.#authenticated.promise;
		this.#sync(STEP_1, NOTHING_KNOWN);
		return { state: await this.#opened.promise };
	}

	send(update: Uint8Array, stored: () => void): void {
		this.#waiting.push(stored);
		this.#sync(UPDATE, update);
	}

	protected receive(data: Buffer): void {
		const decoder = decoding.createDecoder(data);
		decoding.readVarString(decoder);
		const type = decoding.readVarUint(decoder);
		if (type === AUTH) return this.#authenticated.resolve();
		if (type === SYNC_STATUS) return this.#waiting.shift()?.();
		if (type !== SYNC && type !== SYNC_REPLY) return;
		const step = decoding.readVarUint(decoder);
		const bytes = decoding.readVarUint8Array(decoder);
		if (step === UPDATE) this.hear(bytes);
		else if (step === STEP_2) this.#opened.resolve(bytes);
	}

	#sync(step: number, bytes: Uint8Array): void {
		this.#write(SYNC, (encoder) => {
			encoding.writeVarUint(encoder, step);
			encoding.writeVarUint8Array(encoder, bytes);
		});
	}

	#write(type: number, body: (encoder: encoding.Encoder) => void): void {
		const encoder = encoding.createEncoder();
		encoding.writeVarString(encoder, this.documentId);
		encoding.writeVarUint(encoder, type);
		body(encoder);
		this.socket.send(encoding.toUint8Array(encoder));
	}
}
