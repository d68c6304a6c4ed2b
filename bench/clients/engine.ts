import { Participant, type Place } from './participant.ts';

/** The part of Engine.IO (protocol 4, websocket) and Socket.IO that every one of its clients has. */
export abstract class EngineParticipant extends Participant {
	readonly #connected = Promise.withResolvers<void>();
	readonly #answers = new Map<number, (answer: unknown[]) => void>();
	#asked = 0;

	constructor({ port, room, number }: Place) {
		const cookie = room.cookies[number] ?? '';
		const address = `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`;
		super(address, room.documentId, { cookie, origin: 'http://127.0.0.1:3000' });
	}

	ready(): Promise<void> {
		return Promise.race([
			this.#connected.promise,
			new Promise<never>((_, reject) => this.socket.once('error', reject))
		]);
	}

	protected receive(data: Buffer, isBinary: boolean): void {
		if (isBinary) return this.receiveBytes(data);
		const text = data.toString('latin1', 0, 2);
		if (text === '2') this.socket.send('3');
		else if (text[0] === '0') this.socket.send('40{"protocol":1,"frames":true}');
		else if (text === '40') this.#connected.resolve();
		else if (text === '44') this.#connected.reject(new Error(data.toString()));
		else this.receiveText(data.toString());
	}

	protected abstract receiveText(text: string): void;
	protected abstract receiveBytes(bytes: Buffer): void;

	/** The number of a packet that `answered` is called for. */
	protected ask(answered: (answer: unknown[]) => void): number {
		this.#answers.set(this.#asked, answered);
		return this.#asked++;
	}

	protected answer(id: number, answer: unknown[]): void {
		const answered = this.#answers.get(id);
		this.#answers.delete(id);
		answered?.(answer);
	}
}
