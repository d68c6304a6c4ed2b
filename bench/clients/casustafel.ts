import type { DocumentReply, Opened } from '#lib/protocol/documents.ts';
import { PACKET, type Packet } from '#lib/protocol/wire/packet.ts';
import { Decoder, FrameEncoder } from '#lib/protocol/wire/parser.ts';
import { EngineParticipant } from './engine.ts';
import type { Place } from './participant.ts';

/** Our own protocol, written and read as the browser does. */
export class CasustafelParticipant extends EngineParticipant {
	readonly #encoder = new FrameEncoder();
	readonly #decoder = new Decoder();
	#epoch = 0;

	constructor(place: Place) {
		super(place);
		this.#decoder.on('decoded', (packet) => this.#read(packet));
	}

	async open() {
		const { documentId } = this;
		const reply = await new Promise<DocumentReply>((resolve) =>
			this.#emit('document:open', { documentId }, resolve)
		);
		const { epoch, state, clientId } = accepted(reply) as Opened;
		this.#epoch = epoch;
		return { state, clientId };
	}

	send(update: Uint8Array, stored: () => void): void {
		const payload = { documentId: this.documentId, epoch: this.#epoch, update };
		this.#emit('document:update', payload, (reply) => {
			accepted(reply);
			stored();
		});
	}

	protected receiveText(text: string): void {
		if (text.startsWith('4')) this.#decoder.add(text.slice(1));
	}

	protected receiveBytes(bytes: Buffer): void {
		this.#decoder.add(bytes);
	}

	#emit(event: string, payload: unknown, answered: (reply: DocumentReply) => void): void {
		const id = this.ask(([reply]) => answered(reply as DocumentReply));
		const packet: Packet = { type: PACKET.event, nsp: '/', id, data: [event, payload] };
		for (const chunk of this.#encoder.encode(packet))
			this.socket.send(typeof chunk === 'string' ? `4${chunk}` : chunk);
	}

	#read({ type, id, data }: Packet): void {
		const [first, second] = data as unknown[];
		if (type === PACKET.ack && id !== undefined) this.answer(id, data as unknown[]);
		else if (first === 'document:update') this.hear((second as { update: Uint8Array }).update);
	}
}

function accepted(reply: DocumentReply): DocumentReply {
	if (!reply.ok) throw new Error(reply.error);
	return reply;
}
