import * as Y from 'yjs';

/** What one replica wrote in one root and no one has stored. */
export interface LostText {
	root: string;
	text: string;
}

/**
 * The text that `clientId` typed from `clock` on and that still stands, per root: what a person would
 * lose if this replica were thrown away. Deletions are not in it.
 */
export function textSince(doc: Y.Doc, clientId: number, clock: number): LostText[] {
	const lost: LostText[] = [];
	for (const root of doc.share.keys()) {
		const runs: string[] = [];
		let touching = false;
		for (let item = doc.getText(root)._start; item; item = item.right) {
			if (item.deleted) continue;
			const own = item.id.client === clientId && item.id.clock + item.length > clock;
			if (own && item.content instanceof Y.ContentString) {
				const run = item.content.str.slice(Math.max(0, clock - item.id.clock));
				if (touching) runs[runs.length - 1] += run;
				else runs.push(run);
			}
			touching = own;
		}
		const text = runs.join('\n').trim();
		if (text) lost.push({ root, text });
	}
	return lost;
}

/** Every text of the document that is not empty, by root. */
export function textsOf(doc: Y.Doc): Record<string, string> {
	const texts: Record<string, string> = {};
	for (const root of doc.share.keys()) {
		const text = doc.getText(root).toString();
		if (text) texts[root] = text;
	}
	return texts;
}
