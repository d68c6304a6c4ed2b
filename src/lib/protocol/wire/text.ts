import { MOST_ATTACHMENTS } from './attachments.ts';
import { isPacketValid, PACKET, type Packet, type PacketType, WireError } from './packet.ts';

/** Socket.IO's own kinds for an event and an answer with bytes: so many attachments follow. */
const BINARY_EVENT = 5;
const BINARY_ACK = 6;
const SHAPE = /^([0-6])(?:(\d{1,2})-)?(?:\/,)?(\d{1,15})?/;

/** `type [attachments "-"] [id] [JSON]`, as Socket.IO writes it. */
export function encodeText({ type, id, data }: Packet, attachments = 0): string {
	const isBinary = attachments > 0;
	const kind = isBinary ? (type === PACKET.event ? BINARY_EVENT : BINARY_ACK) : type;
	const json = data === undefined ? '' : JSON.stringify(data);
	return `${kind}${isBinary ? `${attachments}-` : ''}${id ?? ''}${json}`;
}

/** @throws {WireError} when it is no packet */
export function decodeText(text: string): { packet: Packet; attachments: number } {
	const [head, kind, count, id] = SHAPE.exec(text) ?? [];
	if (head === undefined) throw new WireError('no packet');
	const attachments = Number(count ?? 0);
	const isBinary = Number(kind) >= BINARY_EVENT;
	if (isBinary !== attachments > 0 || attachments > MOST_ATTACHMENTS)
		throw new WireError('illegal attachments');
	const packet: Packet = { type: typeOf(Number(kind)), nsp: '/' };
	if (id !== undefined) packet.id = Number(id);
	if (text.length > head.length) packet.data = json(text.slice(head.length));
	if (!isPacketValid(packet)) throw new WireError('invalid packet');
	return { packet, attachments };
}

function typeOf(kind: number): PacketType {
	if (kind === BINARY_EVENT) return PACKET.event;
	return kind === BINARY_ACK ? PACKET.ack : (kind as PacketType);
}

function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new WireError('no JSON');
	}
}
