import { Encoder, FrameEncoder } from '#lib/protocol/wire/parser.ts';
import { PACKET } from '#lib/protocol/wire/packet.ts';
import type { Socket } from 'socket.io';

interface Message {
	event: string;
	payload: unknown;
}

/** A message as it goes to everyone who reads it in the same way. */
interface Encoded {
	chunks: (string | Uint8Array)[];
	/** `wsPreEncodedFrame`: the websocket's own frame round it, header included, in one piece. */
	options: { compress: false; wsPreEncodedFrame?: [Uint8Array] };
}

const ENCODERS = { frames: new FrameEncoder(), standard: new Encoder() };
type Way = keyof typeof ENCODERS;
const encoded = {
	frames: new WeakMap<Message, Encoded>(),
	standard: new WeakMap<Message, Encoded>()
};

/**
 * From now on this socket is written to in single frames: it said at the handshake that it reads them.
 * So are its answers, which Socket.IO writes by itself.
 */
export function speakFrames(socket: Socket): void {
	if (socket.handshake.auth.frames !== true) return;
	Reflect.set(socket.client, 'encoder', ENCODERS.frames);
	Reflect.set(socket.client, 'writeToEngine', (chunks: (string | Uint8Array)[]) =>
		write(socket, asEncoded(chunks))
	);
}

/** Sends `message`, which is written once for all who get it: it must not change any more. */
export function sendShared(socket: Socket, message: Message): void {
	if (!socket.connected) return;
	const way: Way = socket.handshake.auth.frames === true ? 'frames' : 'standard';
	write(socket, encoded[way].get(message) ?? encode(way, message));
}

function write({ conn }: Socket, { chunks, options }: Encoded): void {
	for (const chunk of chunks) conn.write(chunk, options);
}

function encode(way: Way, message: Message): Encoded {
	const data = [message.event, message.payload];
	const shared = asEncoded(ENCODERS[way].encode({ type: PACKET.event, nsp: '/', data }));
	encoded[way].set(message, shared);
	return shared;
}

function asEncoded(chunks: (string | Uint8Array)[]): Encoded {
	const [only] = chunks;
	return chunks.length === 1 && only instanceof Uint8Array
		? inOnePiece(only)
		: { chunks, options: { compress: false } };
}

/** One write to the operating system per recipient, where a header apart would make two. */
function inOnePiece(data: Uint8Array): Encoded {
	const header = websocketHeader(data.byteLength);
	const frame = Buffer.concat([header, data]);
	const options = { compress: false as const, wsPreEncodedFrame: [frame] as [Uint8Array] };
	return { chunks: [frame.subarray(header.byteLength)], options };
}

const FINAL_BINARY = 0x82;

/** RFC 6455, section 5.2: from the server, so without a mask. */
function websocketHeader(length: number): Buffer {
	if (length < 126) return Buffer.from([FINAL_BINARY, length]);
	const header = Buffer.alloc(length < 65_536 ? 4 : 10);
	header[0] = FINAL_BINARY;
	header[1] = length < 65_536 ? 126 : 127;
	if (length < 65_536) header.writeUInt16BE(length, 2);
	else header.writeBigUInt64BE(BigInt(length), 2);
	return header;
}
