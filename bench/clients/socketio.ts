import { EngineParticipant } from './engine.ts';
import type { Place } from './participant.ts';

/** Socket.IO's default parser: a frame of JSON with placeholders, then a frame of bytes. */
abstract class SocketioParticipant extends EngineParticipant {
	#isUpdate = false;

	protected abstract readonly acknowledged: boolean;

	async open() {
		await new Promise<void>((resolve) => {
			const id = this.ask(() => resolve());
			this.socket.send(`42${id}["open","${this.documentId}"]`);
		});
		return { state: new Uint8Array([0, 0]) };
	}

	send(update: Uint8Array, stored: () => void): void {
		const id = this.acknowledged ? this.ask(() => stored()) : '';
		const placeholder = '{"_placeholder":true,"num":0}';
		this.socket.send(`451-${id}["update","${this.documentId}",${placeholder}]`);
		this.socket.send(update);
	}

	protected receiveText(text: string): void {
		this.#isUpdate = text.startsWith('451-');
		const answer = /^43(\d+)/.exec(text);
		if (answer) this.answer(Number(answer[1]), []);
	}

	protected receiveBytes(bytes: Buffer): void {
		if (this.#isUpdate) this.hear(bytes);
	}
}

export class SocketioRelayParticipant extends SocketioParticipant {
	protected readonly acknowledged = false;
	constructor(place: Place) {
		super(place);
	}
}

export class SocketioFsyncParticipant extends SocketioParticipant {
	protected readonly acknowledged = true;
	constructor(place: Place) {
		super(place);
	}
}
