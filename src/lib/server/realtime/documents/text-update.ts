import * as Y from 'yjs';

/** The update with which an empty document holds these texts, by root: for text that nobody types. */
export function textUpdate(texts: Readonly<Record<string, string>>): Uint8Array {
	const doc = new Y.Doc();
	for (const [root, text] of Object.entries(texts)) doc.getText(root).insert(0, text);
	return Y.encodeStateAsUpdate(doc);
}
