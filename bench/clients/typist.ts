import * as Y from 'yjs';
import type { Participant } from './participant.ts';

/** One who types a letter at a time, and remembers when. */
export class Typist {
	readonly participant: Participant;
	readonly clientId: number;
	/** When each letter was sent; its place is its Yjs clock. */
	readonly sentAt: number[] = [];
	/** Yjs client id of another → how many of their letters are here. */
	readonly heard = new Map<number, number>();
	readonly #doc = new Y.Doc();
	#update = new Uint8Array();

	constructor(participant: Participant, clientId: number) {
		this.participant = participant;
		this.clientId = clientId;
		this.#doc.clientID = clientId;
		this.#doc.on(
			'update',
			(update: Uint8Array) => (this.#update = update as Uint8Array<ArrayBuffer>)
		);
	}

	type(stored: (milliseconds: number) => void): void {
		const text = this.#doc.getText('common');
		text.insert(text.length, 'a');
		const sent = performance.now();
		this.sentAt.push(sent);
		this.participant.send(this.#update, () => stored(performance.now() - sent));
	}
}
