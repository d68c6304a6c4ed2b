import { EngineParticipant } from './engine.ts';
import type { Place } from './participant.ts';

interface Opened {
	ok: boolean;
	error?: string;
	epoch: number;
	clientId: number;
}

/** BASELINE: default parser. */
export class CasustafelParticipant extends EngineParticipant {
	#epoch = 0;
	#text = '';
	#bytes: Buffer[] = [];
	#expected = 0;

	constructor(place: Place) {
		super(place);
	}

	async open() {
		const [reply, state] = await new Promise<[Opened, Uint8Array]>((resolve) => {
			const id = this.ask((answer) => resolve(answer as [Opened, Uint8Array]));
			this.socket.send(`42${id}["document:open",{"documentId":"${this.documentId}"}]`);
		});
		if (!reply.ok) throw new Error(reply.error);
		this.#epoch = reply.epoch;
		return { state, clientId: reply.clientId };
	}

	send(update: Uint8Array, stored: () => void): void {
		const id = this.ask(([reply]) => {
			if (!(reply as Opened).ok) throw new Error((reply as Opened).error);
			stored();
		});
		this.socket.send(
			`451-${id}["document:update",{"documentId":"${this.documentId}","epoch":${this.#epoch},"update":{"_placeholder":true,"num":0}}]`
		);
		this.socket.send(update);
	}

	protected receiveText(text: string): void {
		const found = /^4[3-6](?:(\d+)-)?(\d*)/.exec(text);
		if (!found) return;
		this.#text = text;
		this.#bytes = [];
		this.#expected = Number(found[1] ?? 0);
		if (this.#expected === 0) this.#done();
	}

	protected receiveBytes(bytes: Buffer): void {
		this.#bytes.push(bytes);
		if (this.#bytes.length === this.#expected) this.#done();
	}

	#done(): void {
		const found = /^4([3-6])(?:(\d+)-)?(\d*)(.*)$/s.exec(this.#text);
		if (!found) return;
		const [, type, , id, json] = found;
		if (type === '5') return this.hear(this.#bytes[0] ?? new Uint8Array());
		const data: unknown[] = JSON.parse(json ?? '[]');
		this.answer(Number(id), [data[0], this.#bytes[0]]);
	}
}
