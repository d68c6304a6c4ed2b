import type { RemoteCursor, ServerDocumentMessage } from '#lib/protocol/documents.ts';
import type { LoadedDocument } from './loaded.ts';

/** One socket, as the shared text sees it. */
export interface Peer {
	/** The socket's id. */
	readonly id: string;
	readonly personId: string;
	send(message: ServerDocumentMessage): void;
}

export type AllowedRoots = readonly string[] | ((root: string) => boolean);

/** One attempt to come in. */
export interface Ticket {
	readonly peer: Peer;
}

export interface Member {
	peer: Peer;
	clientId: number;
	caret: RemoteCursor | null;
}

/** Who is at one document, and the document itself while someone is. */
export class Room {
	readonly id: string;
	/** By socket id. */
	readonly members = new Map<string, Member>();
	/** Openings that have not ended, by socket id; one that is taken out or replaced does not come in. */
	readonly joining = new Map<string, Ticket>();
	#load: Promise<LoadedDocument> | null = null;
	#loaded: LoadedDocument | null = null;
	#roots: AllowedRoots = [];

	constructor(id: string) {
		this.id = id;
	}

	/** Two joiners, one load: both await the same promise. */
	document(load: () => Promise<LoadedDocument>): Promise<LoadedDocument> {
		if (this.#load && !this.#loaded?.spoiled) return this.#load;
		this.#loaded = null;
		const loading = load();
		this.#load = loading;
		loading.then(
			(loaded) => {
				if (this.#load === loading) this.#loaded = loaded;
			},
			() => {
				if (this.#load === loading) this.#load = null;
			}
		);
		return loading;
	}

	/** The document when it is in memory and sound. */
	get loaded(): LoadedDocument | null {
		return this.#loaded && !this.#loaded.spoiled ? this.#loaded : null;
	}

	get empty(): boolean {
		return this.members.size === 0 && this.joining.size === 0;
	}

	set roots(roots: AllowedRoots) {
		this.#roots = roots;
	}

	allows(root: string): boolean {
		return typeof this.#roots === 'function' ? this.#roots(root) : this.#roots.includes(root);
	}

	/** The closed list; where only a test was given, the roots in use that pass it. */
	rootList(loaded: LoadedDocument): string[] {
		const roots = this.#roots;
		return typeof roots === 'function'
			? [...loaded.doc.share.keys()].filter((root) => roots(root))
			: [...roots];
	}

	/** In, with the carets of the others. A dead socket that held the same replica makes way. */
	join(peer: Peer, clientId: number): void {
		for (const member of [...this.members.values()])
			if (member.clientId === clientId || member.peer.id === peer.id) this.leave(member.peer.id);
		this.members.set(peer.id, { peer, clientId, caret: null });
		for (const { caret, peer: other } of this.members.values())
			if (caret && other.id !== peer.id) peer.send({ event: 'document:cursor', payload: caret });
	}

	/** Out: the others see the caret go. */
	leave(peerId: string): Member | null {
		this.joining.delete(peerId);
		const member = this.members.get(peerId);
		if (!member) return null;
		this.members.delete(peerId);
		if (member.caret) {
			const gone = { ...member.caret, root: null, anchor: null, head: null };
			this.tell({ event: 'document:cursor', payload: gone });
		}
		return member;
	}

	/** Still wanted: not left, evicted or asked again since. */
	holds(ticket: Ticket): boolean {
		return this.joining.get(ticket.peer.id) === ticket;
	}

	/** To all members but `except`. */
	tell(message: ServerDocumentMessage, except?: string): void {
		for (const { peer } of this.members.values()) if (peer.id !== except) peer.send(message);
	}
}
