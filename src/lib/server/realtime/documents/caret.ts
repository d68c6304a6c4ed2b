import * as Y from 'yjs';

/** A caret's place, read and written anew: the sender's own bytes never reach another. Null when it is none. */
export function relativePosition(bytes: Uint8Array): Uint8Array | null {
	try {
		const { tname, item, assoc } = Y.decodeRelativePosition(bytes);
		if (assoc !== 0 && assoc !== -1) return null;
		return Y.encodeRelativePosition(new Y.RelativePosition(null, item ? null : tname, item, assoc));
	} catch {
		return null;
	}
}
