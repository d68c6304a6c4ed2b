import * as Y from 'yjs';
import { seeded } from '../statistics.ts';

export interface LongText {
	/** All but the tail, as a compacted snapshot holds it. */
	snapshot: Uint8Array;
	/** The last edits, one update each. */
	tail: Uint8Array[];
	/** Everything, as one who joins must get it. */
	state: Uint8Array;
}

const WORDS =
	'de moeder belt maandag met school over het verzuim en komt daar vrijdag op terug '.split('');

/** Six people typing in runs, jumping to another place now and then, one edit in four taking away. */
export function longText(edits: number, tail: number): LongText {
	const random = seeded(7);
	const doc = new Y.Doc({ gc: true });
	const text = doc.getText('common');
	const carets = Array.from({ length: 6 }, (_, author) => ({ clientId: 1000 + author, at: 0 }));
	let snapshot = Y.encodeStateAsUpdate(doc);
	const updates: Uint8Array[] = [];
	for (let edit = 0; edit < edits; edit++) {
		if (edit === edits - tail) {
			snapshot = Y.encodeStateAsUpdate(doc);
			doc.on('update', (update: Uint8Array) => updates.push(update));
		}
		const caret = carets[Math.floor(random() * carets.length)] ?? carets[0]!;
		doc.clientID = caret.clientId;
		if (random() < 0.03) caret.at = Math.floor(random() * (text.length + 1));
		caret.at = Math.min(caret.at, text.length);
		if (random() < 0.25 && caret.at > 2) {
			caret.at -= 2;
			text.delete(caret.at, 2);
		} else {
			const typed = Array.from(
				{ length: 2 },
				() => WORDS[Math.floor(random() * WORDS.length)]
			).join('');
			text.insert(caret.at, typed);
			caret.at += typed.length;
		}
	}
	const state = Y.encodeStateAsUpdate(doc);
	return { snapshot: tail === 0 ? state : snapshot, tail: updates, state };
}
