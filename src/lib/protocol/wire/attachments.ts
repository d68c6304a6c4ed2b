import { isRecord, WireError } from './packet.ts';

/** More than any message of ours has. */
export const MOST_ATTACHMENTS = 10;
/** Data is nested this deep at most; what is deeper is an attack on the stack. */
const DEEPEST = 64;

export function asBytes(value: unknown): Uint8Array | null {
	if (value instanceof ArrayBuffer) return new Uint8Array(value);
	if (ArrayBuffer.isView(value))
		return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
	return null;
}

/** The same data with a placeholder for each run of bytes, and those bytes; itself when there are none. */
export function detach(data: unknown): { data: unknown; parts: Uint8Array[] } {
	const parts: Uint8Array[] = [];
	return { data: without(data, parts), parts };
}

function without(value: unknown, parts: Uint8Array[]): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const bytes = asBytes(value);
	if (bytes) return { _placeholder: true, num: parts.push(bytes) - 1 };
	const before = parts.length;
	if (Array.isArray(value)) {
		const copy = value.map((one) => without(one, parts));
		return parts.length > before ? copy : value;
	}
	// Dates and the like have a JSON form of their own, and no bytes in it.
	if (!isRecord(value)) return value;
	const copy = Object.entries(value).map(([key, one]) => [key, without(one, parts)] as const);
	return parts.length > before ? Object.fromEntries(copy) : value;
}

/** Puts the bytes back, in place: `data` is fresh from JSON. */
export function attach(data: unknown, parts: readonly Uint8Array[], depth = 0): unknown {
	if (typeof data !== 'object' || data === null) return data;
	if (depth > DEEPEST) throw new WireError('nested too deep');
	if (Reflect.get(data, '_placeholder') === true) {
		const part = parts[Number(Reflect.get(data, 'num'))];
		if (!part) throw new WireError('no such attachment');
		return part;
	}
	for (const [key, value] of Object.entries(data))
		if (typeof value === 'object') Reflect.set(data, key, attach(value, parts, depth + 1));
	return data;
}
