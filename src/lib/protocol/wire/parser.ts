import { asBytes, detach } from './attachments.ts';
import { decodeFrame, encodeFrame, whole } from './frame.ts';
import { type Packet, WireError } from './packet.ts';
import { decodeText, encodeText } from './text.ts';

/** Writes as every Socket.IO client does: text, and after it each attachment in a frame of its own. */
export class Encoder {
	encode(packet: Packet): (string | Uint8Array)[] {
		const { data, parts } = detach(packet.data);
		return [encodeText({ ...packet, data }, parts.length), ...parts];
	}
}

/** One frame per message; for who said at the handshake to read them. */
export class FrameEncoder {
	encode(packet: Packet): (string | Uint8Array)[] {
		return [encodeFrame(packet) ?? encodeText(packet)];
	}
}

type Listener = (packet: Packet) => void;

/** Reads both ways of writing. */
export class Decoder {
	readonly #listeners = new Set<Listener>();
	#unfinished: { packet: Packet; attachments: number; parts: Uint8Array[] } | null = null;

	/** @throws {WireError} when it is no packet */
	add(chunk: unknown): void {
		const packet = typeof chunk === 'string' ? this.#text(chunk) : this.#bytes(chunk);
		if (packet) for (const listener of this.#listeners) listener(packet);
	}

	destroy(): void {
		this.#unfinished = null;
	}

	on(_: 'decoded', listener: Listener): void {
		this.#listeners.add(listener);
	}

	off(_: 'decoded', listener: Listener): void {
		this.#listeners.delete(listener);
	}

	removeListener(event: 'decoded', listener: Listener): void {
		this.off(event, listener);
	}

	#text(text: string): Packet | null {
		if (this.#unfinished) throw new WireError('text in the place of an attachment');
		const { packet, attachments } = decodeText(text);
		if (attachments === 0) return packet;
		this.#unfinished = { packet, attachments, parts: [] };
		return null;
	}

	#bytes(chunk: unknown): Packet | null {
		const bytes = asBytes(chunk);
		if (!bytes) throw new WireError('neither text nor bytes');
		if (!this.#unfinished) return decodeFrame(bytes);
		const { packet, attachments, parts } = this.#unfinished;
		parts.push(bytes);
		if (parts.length < attachments) return null;
		this.#unfinished = null;
		return whole(packet, parts);
	}
}
