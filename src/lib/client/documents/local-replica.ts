import { applyEdit } from '#lib/document/edit.ts';
import { textSince, textsOf, type LostText } from '#lib/document/unsent.ts';
import * as Y from 'yjs';
import { Unsent } from './unsent.ts';

/** Transactions that come from the server; every other one is an own edit. */
const REMOTE = Symbol('remote');
/** Transactions that undo takes back. */
export const TYPED = Symbol('typed');

/** A Yjs document with what of it is not yet stored and what its person can take back. */
export class LocalReplica {
	readonly doc = new Y.Doc();
	readonly unsent = new Unsent();
	readonly #undo = new Map<string, Y.UndoManager>();

	constructor(edited: () => void) {
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin === REMOTE) return;
			this.unsent.add(update, this.#clock());
			edited();
		});
	}

	receive(update: Uint8Array): void {
		Y.applyUpdate(this.doc, update, REMOTE);
	}

	/** Write under this id from now on. After `receive`: Yjs picks another id when its own comes in. */
	writeAs(clientId: number): void {
		this.doc.clientID = clientId;
	}

	/** Resend what a server that knows `stateVector` should have and has not. */
	compareWith(stateVector: Uint8Array): void {
		const known = Y.decodeStateVector(stateVector).get(this.doc.clientID) ?? 0;
		if (known < this.unsent.storedClock)
			this.unsent.prepend(Y.encodeStateAsUpdate(this.doc, stateVector));
	}

	stateVector(): Uint8Array {
		return Y.encodeStateVector(this.doc);
	}

	texts(): Record<string, string> {
		return textsOf(this.doc);
	}

	/** Own text after what is in `root`, on a line of its own. */
	append(root: string, text: string): void {
		const there = this.doc.getText(root);
		const gap = there.length > 0 && !there.toString().endsWith('\n') ? '\n' : '';
		applyEdit(there, { at: there.length, remove: 0, insert: gap + text }, TYPED);
	}

	/** Own text that is not stored. */
	lost(): LostText[] {
		if (this.unsent.length === 0) return [];
		return textSince(this.doc, this.doc.clientID, this.unsent.storedClock);
	}

	undoOf(root: string): Y.UndoManager {
		const known = this.#undo.get(root);
		if (known) return known;
		const undo = new Y.UndoManager(this.doc.getText(root), { trackedOrigins: new Set([TYPED]) });
		this.#undo.set(root, undo);
		return undo;
	}

	destroy(): void {
		for (const undo of this.#undo.values()) undo.destroy();
		this.doc.destroy();
	}

	#clock(): number {
		return Y.getState(this.doc.store, this.doc.clientID);
	}
}
