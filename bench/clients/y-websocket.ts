import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Participant, type Place } from './participant.ts';

const SYNC = 0;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
const NOTHING_KNOWN = new Uint8Array([0]);

/** y-protocols as @y/websocket-server speaks them: one document per socket, no acknowledgement. */
export class YWebsocketParticipant extends Participant {
	#opened = Promise.withResolvers<Uint8Array>();

	constructor({ port, room }: Place) {
		super(`ws://127.0.0.1:${port}/${room.documentId}`, room.documentId);
	}

	ready(): Promise<void> {
		return this.connected();
	}

	async open() {
		this.#write(STEP_1, NOTHING_KNOWN);
		return { state: await this.#opened.promise };
	}

	send(update: Uint8Array): void {
		this.#write(UPDATE, update);
	}

	protected receive(data: Buffer): void {
		const decoder = decoding.createDecoder(data);
		if (decoding.readVarUint(decoder) !== SYNC) return;
		const step = decoding.readVarUint(decoder);
		const bytes = decoding.readVarUint8Array(decoder);
		if (step === UPDATE) this.hear(bytes);
		else if (step === STEP_2) this.#opened.resolve(bytes);
	}

	#write(step: number, bytes: Uint8Array): void {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, SYNC);
		encoding.writeVarUint(encoder, step);
		encoding.writeVarUint8Array(encoder, bytes);
		this.socket.send(encoding.toUint8Array(encoder));
	}
}
