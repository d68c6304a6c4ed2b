import { asBytes, attach, detach, MOST_ATTACHMENTS } from './attachments.ts';
import { Reader, sizeOfNumber, Writer } from './bytes.ts';
import { isPacketValid, isRecord, PACKET, type Packet, WireError } from './packet.ts';
import { decodeText, encodeText } from './text.ts';

/**
 * The first byte of a binary frame. Numbers are in groups of seven bits, lowest first.
 * - `other`: the length of the packet as text, that text in UTF-8, then each attachment after its length
 * - `update`: `document:update`: id + 1 or 0, length of the document's id, that id, epoch; the rest is the update
 * - `done`: the answer `{ok: true}`: id
 */
const FRAME = { other: 0, update: 1, done: 2 } as const;

const UPDATE = 'document:update';
const LONGEST_ID = 64;

/** One frame for a packet with bytes in it, or for the answer that is sent most; null for all else. */
export function encodeFrame(packet: Packet): Uint8Array<ArrayBuffer> | null {
	if (packet.type === PACKET.ack) return encodeDone(packet) ?? encodeOther(packet);
	return packet.type === PACKET.event ? (encodeUpdate(packet) ?? encodeOther(packet)) : null;
}

/** @throws {WireError} when it is no packet */
export function decodeFrame(bytes: Uint8Array): Packet {
	const reader = new Reader(bytes);
	switch (reader.number()) {
		case FRAME.update:
			return decodeUpdate(reader);
		case FRAME.done:
			return decodeDone(reader);
		case FRAME.other:
			return decodeOther(reader);
		default:
			throw new WireError('no such frame');
	}
}

function encodeUpdate({ id, data }: Packet): Uint8Array<ArrayBuffer> | null {
	if (!Array.isArray(data) || data[0] !== UPDATE || data.length !== 2) return null;
	const payload: unknown = data[1];
	if (!isRecord(payload) || Object.keys(payload).length !== 3) return null;
	const { documentId, epoch } = payload;
	const update = asBytes(payload.update);
	if (!update || typeof documentId !== 'string' || typeof epoch !== 'number') return null;
	if (!isPlain(documentId) || !Number.isSafeInteger(epoch) || epoch < 0) return null;
	const number = id === undefined ? 0 : id + 1;
	const { length } = documentId;
	const size = 2 + sizeOfNumber(number) + length + sizeOfNumber(epoch) + update.byteLength;
	const writer = new Writer(size).number(FRAME.update).number(number).number(length);
	return writer.ascii(documentId).number(epoch).put(update).bytes;
}

function decodeUpdate(reader: Reader): Packet {
	const number = reader.number();
	const length = reader.number();
	if (length > LONGEST_ID) throw new WireError('no such document');
	const documentId = reader.ascii(length);
	const data = [UPDATE, { documentId, epoch: reader.number(), update: reader.rest() }];
	const packet: Packet = { type: PACKET.event, nsp: '/', data };
	if (number > 0) packet.id = number - 1;
	return packet;
}

function encodeDone({ id, data }: Packet): Uint8Array<ArrayBuffer> | null {
	if (id === undefined || !Array.isArray(data) || data.length !== 1) return null;
	const answer: unknown = data[0];
	if (!isRecord(answer) || answer.ok !== true || Object.keys(answer).length !== 1) return null;
	return new Writer(1 + sizeOfNumber(id)).number(FRAME.done).number(id).bytes;
}

function decodeDone(reader: Reader): Packet {
	const id = reader.number();
	if (!reader.atEnd) throw new WireError('too long');
	return { type: PACKET.ack, nsp: '/', id, data: [{ ok: true }] };
}

function encodeOther(packet: Packet): Uint8Array<ArrayBuffer> | null {
	const { data, parts } = detach(packet.data);
	if (parts.length === 0) return null;
	if (parts.length > MOST_ATTACHMENTS) throw new Error('Too many attachments in one message');
	const text = new TextEncoder().encode(encodeText({ ...packet, data }, parts.length));
	const sized = [text, ...parts];
	const size = sized.reduce(
		(sum, { byteLength }) => sum + sizeOfNumber(byteLength) + byteLength,
		1
	);
	const writer = new Writer(size).number(FRAME.other);
	for (const bytes of sized) writer.number(bytes.byteLength).put(bytes);
	return writer.bytes;
}

function decodeOther(reader: Reader): Packet {
	const text = new TextDecoder('utf-8', { fatal: true }).decode(reader.take(reader.number()));
	const { packet, attachments } = decodeText(text);
	const parts: Uint8Array[] = [];
	while (!reader.atEnd) parts.push(reader.take(reader.number()));
	if (parts.length === 0 || parts.length !== attachments)
		throw new WireError('illegal attachments');
	return whole(packet, parts);
}

/** A packet with its attachments in their places. */
export function whole(packet: Packet, parts: readonly Uint8Array[]): Packet {
	packet.data = attach(packet.data, parts);
	if (!isPacketValid(packet)) throw new WireError('invalid packet');
	return packet;
}

function isPlain(text: string): boolean {
	if (text.length > LONGEST_ID) return false;
	for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 128) return false;
	return true;
}
