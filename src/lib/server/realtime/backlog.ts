import type { Socket } from 'socket.io';

/** Bytes that may wait for one client; more, and it does not read. */
export const BACKLOG_LIMIT = 1024 * 1024;

type Engine = Socket['conn'];

/**
 * Drops a client that does not read what it is sent, before what waits for it fills the memory. It comes
 * back by itself and resumes. One packet above the limit is not counted: the whole of a document, asked
 * for over a slow line, would be dropped again and again.
 */
export function watchBacklog(engine: Engine, dropped: (bytes: number) => void): void {
	let queued = 0;
	let largest = 0;
	let isDropped = false;
	engine.on('packetCreate', ({ data }: { data?: unknown }) => {
		const handed = handedOver(engine);
		const size = sizeOf(data);
		if (queued === 0 && handed === 0) largest = 0;
		largest = Math.max(largest, size);
		queued += size;
		if (isDropped || queued + handed - largest <= BACKLOG_LIMIT) return;
		isDropped = true;
		dropped(queued + handed);
		cut(engine);
	});
	engine.on('flush', () => (queued = 0));
}

/** Given to the websocket, and not yet to the operating system. */
function handedOver({ transport }: Engine): number {
	const bytes: unknown = Reflect.get(Object(Reflect.get(transport, 'socket')), 'bufferedAmount');
	return typeof bytes === 'number' ? bytes : 0;
}

/** Not a tidy close: its frame would wait behind all the rest. */
function cut(engine: Engine): void {
	const socket: unknown = Reflect.get(engine.transport, 'socket');
	const terminate: unknown = Reflect.get(Object(socket), 'terminate');
	if (typeof terminate === 'function') Reflect.apply(terminate, socket, []);
	else engine.close(true);
}

function sizeOf(data: unknown): number {
	if (typeof data === 'string') return data.length;
	return ArrayBuffer.isView(data) ? data.byteLength : 0;
}
