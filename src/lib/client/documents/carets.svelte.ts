import type { RemoteCursor } from '#lib/protocol/documents.ts';
import * as Y from 'yjs';
import { asBytes, type DocumentTransport } from './transport.ts';

/** Milliseconds between two messages about one's own caret. */
const PAUSE = 60;

/** Where a colleague's caret stands in one text, in characters. */
export interface Caret {
	tab: number;
	personId: string;
	anchor: number;
	head: number;
}

type Own = { root: string; anchor: Uint8Array; head: Uint8Array } | { root: null };

/** The carets of the others in one document, and one's own on its way to them. */
export class Carets {
	readonly #documentId: string;
	readonly #transport: DocumentTransport;
	#others = $state.raw<readonly RemoteCursor[]>([]);
	#own: Own = { root: null };
	#timer: ReturnType<typeof setTimeout> | null = null;
	#changed = false;

	constructor(documentId: string, transport: DocumentTransport) {
		this.#documentId = documentId;
		this.#transport = transport;
	}

	/** From the server: someone's caret moved, or went. */
	receive(cursor: RemoteCursor): void {
		const others = this.#others.filter(({ tab }) => tab !== cursor.tab);
		this.#others = cursor.root === null ? others : [...others, cursor];
	}

	clear(): void {
		this.#others = [];
	}

	/** Reactive to who is where; the caller says when the text changed. */
	in(doc: Y.Doc, root: string): Caret[] {
		const carets: Caret[] = [];
		for (const { tab, personId, ...at } of this.#others) {
			if (at.root !== root || !at.anchor || !at.head) continue;
			const anchor = indexOf(doc, root, at.anchor);
			const head = indexOf(doc, root, at.head);
			if (anchor !== null && head !== null) carets.push({ tab, personId, anchor, head });
		}
		return carets;
	}

	/** One's own caret, in characters; each end sticks to the letter before it. */
	move(doc: Y.Doc, root: string, anchor: number, head: number): void {
		const text = doc.getText(root);
		const encode = (index: number) =>
			Y.encodeRelativePosition(
				Y.createRelativePositionFromTypeIndex(text, Math.min(index, text.length), -1)
			);
		const own = { root, anchor: encode(anchor), head: encode(head) };
		// Others' typing moves the selection's numbers, not its place.
		if (!same(this.#own, own)) this.#tell(own);
	}

	/** One's own caret is in no text any more (of `root`, if it was there). */
	away(root?: string): void {
		if (this.#own.root === null || (root && this.#own.root !== root)) return;
		this.#tell({ root: null });
	}

	/** After opening again: the server forgot it. */
	repeat(): void {
		if (this.#own.root !== null) this.#tell(this.#own);
	}

	stop(): void {
		if (this.#timer) clearTimeout(this.#timer);
	}

	#tell(own: Own): void {
		this.#own = own;
		this.#changed = true;
		if (!this.#timer) this.#send();
	}

	#send(): void {
		this.#timer = null;
		if (!this.#changed) return;
		this.#changed = false;
		this.#timer = setTimeout(() => this.#send(), PAUSE);
		if (!this.#transport.connected) return;
		const payload = { documentId: this.#documentId, ...this.#own };
		// A caret that did not arrive is replaced by the next.
		this.#transport.emitWithAck('document:cursor', payload).catch(() => undefined);
	}
}

function same(a: Own, b: Own): boolean {
	if (a.root === null || b.root === null) return a.root === b.root;
	return a.root === b.root && equal(a.anchor, b.anchor) && equal(a.head, b.head);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function indexOf(doc: Y.Doc, root: string, position: Uint8Array): number | null {
	const relative = Y.decodeRelativePosition(asBytes(position));
	const at = Y.createAbsolutePositionFromRelativePosition(relative, doc, false);
	return at && at.type === doc.getText(root) ? at.index : null;
}
