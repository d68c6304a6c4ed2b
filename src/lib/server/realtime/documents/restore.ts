import { fail, ok, type Result } from '#lib/domain/result.ts';
import * as Y from 'yjs';
import { CorruptDocument, LoadedDocument } from './loaded.ts';
import type { DocumentStore } from './port.ts';

/** How many of the pieces a text is stored in could be read. */
export interface Restored {
	read: number;
	of: number;
}

/**
 * Makes a text that cannot be read back (`document-corrupt`) usable again with what of it can be. Its
 * epoch rises: a tab that still holds the text of before starts anew, its unsent words kept as a draft.
 * Not beside a running server. Refused: `not-corrupt`.
 */
export async function restoreText(
	store: DocumentStore,
	documentId: string
): Promise<Result<Restored, 'not-corrupt'>> {
	const stored = await store.load(documentId);
	if (isSound(() => new LoadedDocument(documentId, stored))) return fail('not-corrupt');
	const pieces = [...(stored.snapshot ? [stored.snapshot] : []), ...stored.updates];
	const kept: Uint8Array[] = [];
	for (const piece of pieces) if (fits([...kept, piece])) kept.push(piece);
	const bytes = Y.encodeStateAsUpdate(documentOf(kept));
	await store.append([{ kind: 'rewritten', documentId, bytes }]);
	return ok({ read: kept.length, of: pieces.length });
}

function isSound(load: () => LoadedDocument): boolean {
	try {
		load();
		return true;
	} catch (error) {
		if (error instanceof CorruptDocument) return false;
		throw error;
	}
}

/** A piece that throws may leave half of itself behind, so each is tried on a document of its own. */
function fits(pieces: readonly Uint8Array[]): boolean {
	try {
		const { store } = documentOf(pieces);
		return store.pendingStructs === null && store.pendingDs === null;
	} catch {
		return false;
	}
}

function documentOf(pieces: readonly Uint8Array[]): Y.Doc {
	const doc = new Y.Doc({ gc: true });
	for (const piece of pieces) Y.applyUpdate(doc, piece);
	return doc;
}
