import type { App } from '#lib/server/app.ts';
import { documentStore } from '#lib/server/store/documents.ts';
import * as Y from 'yjs';

/** Stores shared text of an item as if someone had typed it. */
export async function writeTexts(
	app: App,
	itemId: string,
	texts: Readonly<Record<string, string>>
): Promise<void> {
	const doc = new Y.Doc();
	for (const [root, text] of Object.entries(texts)) doc.getText(root).insert(0, text);
	await documentStore(app.database).append([
		{ kind: 'update', documentId: itemId, seq: 1, bytes: Y.encodeStateAsUpdate(doc) }
	]);
}
