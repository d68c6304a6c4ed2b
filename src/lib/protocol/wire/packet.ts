/** The packets of Socket.IO (protocol 5), without its two binary kinds: bytes may be in any data. */
export const PACKET = { connect: 0, disconnect: 1, event: 2, ack: 3, refusal: 4 } as const;
export type PacketType = (typeof PACKET)[keyof typeof PACKET];

export interface Packet {
	type: PacketType;
	/** Always '/': there is one namespace. */
	nsp: string;
	/** Of an event that asks for an answer, and of that answer. */
	id?: number;
	data?: unknown;
}

/** What came in is no packet; the connection it came over is closed. */
export class WireError extends Error {
	override readonly name = 'WireError';
}

/** Names that mean something to the emitters on both sides; as an event they would be obeyed. */
const RESERVED: ReadonlySet<unknown> = new Set([
	...['connect', 'connect_error', 'disconnect', 'disconnecting'],
	...['newListener', 'removeListener']
]);

/**
 * Whether it may reach Socket.IO, which reads what is in a packet without looking first: a CONNECT with
 * data `null` ends the server's process (it reads `auth.pid`).
 */
export function isPacketValid({ type, nsp, id, data }: Packet): boolean {
	return (
		nsp === '/' &&
		(id === undefined || (Number.isSafeInteger(id) && id >= 0)) &&
		isDataValid(type, data)
	);
}

function isDataValid(type: PacketType, data: unknown): boolean {
	switch (type) {
		case PACKET.connect:
			return data === undefined || isRecord(data);
		case PACKET.disconnect:
			return data === undefined;
		case PACKET.event:
			return Array.isArray(data) && typeof data[0] === 'string' && !RESERVED.has(data[0]);
		case PACKET.ack:
			return Array.isArray(data);
		case PACKET.refusal:
			return typeof data === 'string' || isRecord(data);
		default:
			return false;
	}
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return Object.prototype.toString.call(value) === '[object Object]';
}
