import { WireError } from './packet.ts';

/** Bytes of a number in groups of seven bits, lowest first, as Yjs writes them. */
export function sizeOfNumber(value: number): number {
	let size = 1;
	for (let left = value; left >= 128; left = Math.floor(left / 128)) size++;
	return size;
}

/** Fills an array whose size was reckoned before. */
export class Writer {
	readonly bytes: Uint8Array<ArrayBuffer>;
	#at = 0;

	constructor(size: number) {
		this.bytes = new Uint8Array(size);
	}

	number(value: number): this {
		let left = value;
		for (; left >= 128; left = Math.floor(left / 128)) this.bytes[this.#at++] = 128 | (left % 128);
		this.bytes[this.#at++] = left;
		return this;
	}

	/** Only characters below 128. */
	ascii(text: string): this {
		for (let at = 0; at < text.length; at++) this.bytes[this.#at++] = text.charCodeAt(at);
		return this;
	}

	put(bytes: Uint8Array): this {
		this.bytes.set(bytes, this.#at);
		this.#at += bytes.byteLength;
		return this;
	}
}

/** Reads what may be anything; never past its end. */
export class Reader {
	readonly #bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get atEnd(): boolean {
		return this.#at >= this.#bytes.byteLength;
	}

	/** @throws {WireError} at the end, and beyond the numbers that are exact */
	number(): number {
		let value = 0;
		for (let scale = 1; scale <= 2 ** 49; scale *= 128) {
			const byte = this.#bytes[this.#at++];
			if (byte === undefined) break;
			value += (byte & 127) * scale;
			if (byte < 128) {
				if (Number.isSafeInteger(value)) return value;
				break;
			}
		}
		throw new WireError('no number');
	}

	ascii(length: number): string {
		let text = '';
		for (const byte of this.take(length)) {
			if (byte >= 128) throw new WireError('no plain text');
			text += String.fromCharCode(byte);
		}
		return text;
	}

	take(length: number): Uint8Array {
		if (length > this.#bytes.byteLength - this.#at) throw new WireError('too short');
		this.#at += length;
		return this.#bytes.subarray(this.#at - length, this.#at);
	}

	rest(): Uint8Array {
		return this.take(this.#bytes.byteLength - this.#at);
	}
}
