import { textsOf } from '#lib/document/unsent.ts';
import {
	DOCUMENT_LIMITS,
	type DocumentCursor,
	type DocumentError,
	type DocumentUpdate,
	type OpenDocument,
	type OpenReply,
	type Refused,
	type ResetReason,
	type UpdateReply
} from '#lib/protocol/documents.ts';
import type { Clock } from '#lib/server/clock.ts';
import { faultOf } from '#lib/server/fault.ts';
import type { Ids } from '#lib/server/ids.ts';
import * as Y from 'yjs';
import { relativePosition } from './caret.ts';
import { guard } from './guard.ts';
import { Journal, type Commit } from './journal.ts';
import { CorruptDocument, LoadedDocument } from './loaded.ts';
import type { DocumentStore } from './port.ts';
import { Refusals } from './refusals.ts';
import { inOrder } from './order.ts';
import type { Assigned } from './replicas.ts';
import type { AllowedRoots, Member, Peer, Room, Ticket } from './room.ts';
import { Shelf } from './shelf.ts';
import { Visitors } from './visitors.ts';

export type { AllowedRoots, Peer } from './room.ts';

export interface DocumentRoomsDeps {
	store: DocumentStore;
	clock: Clock;
	ids: Ids;
	/** Security and fault events, never with content. */
	log: (event: object) => void;
	/** Too many refused updates: this socket is to be closed. */
	expel?: (peer: Peer) => void;
}

/**
 * The shared text of all case items that someone has open. Who may be where is the hub's: it calls
 * only after it authorised this peer for this item. Rules: docs/spec/shared-text.md.
 */
export class DocumentRooms {
	readonly #deps: DocumentRoomsDeps;
	readonly #journal: Journal;
	readonly #shelf: Shelf;
	readonly #visitors: Visitors;
	readonly #refusals = new Refusals();
	#closing = false;

	constructor(deps: DocumentRoomsDeps) {
		this.#deps = deps;
		this.#journal = new Journal(deps.store, {
			publish: (commit) => this.#publish(commit),
			failed: (documents, error) => this.#notStored(documents, error)
		});
		this.#shelf = new Shelf(deps.store, this.#journal, deps.log);
		this.#visitors = new Visitors(deps.clock);
	}

	/**
	 * `roots`: the texts this item has right now; they replace what was allowed in it before. Nothing is
	 * handed out before `logged`, and not when it fails.
	 */
	async open(
		peer: Peer,
		input: OpenDocument,
		roots: AllowedRoots,
		logged?: Promise<unknown>
	): Promise<OpenReply> {
		if (this.#closing) return refused('closing');
		const { documentId } = input;
		const visitor = this.#visitors.of(peer);
		if (!visitor) return refused('not-open');
		if (!this.#visitors.may(peer, 0)) return refused('too-fast');
		if (!visitor.documents.has(documentId)) {
			if (visitor.documents.size >= DOCUMENT_LIMITS.documentsPerPeer) return refused('too-many');
			visitor.documents.add(documentId);
		}
		const room = this.#shelf.room(documentId);
		room.roots = roots;
		const ticket = { peer };
		room.joining.set(peer.id, ticket);
		try {
			// The disk can be read while it is being written to.
			await Promise.all([this.#shelf.load(room), logged]);
			return await this.#admit(room, ticket, input);
		} finally {
			if (room.holds(ticket)) this.leave(peer, documentId);
		}
	}

	/** Resolves after the update is on disk. */
	async update(peer: Peer, input: DocumentUpdate): Promise<UpdateReply> {
		if (this.#closing) return refused('closing');
		const { documentId, update } = input;
		const room = this.#shelf.get(documentId);
		if (!room?.members.has(peer.id)) return refused('not-open');
		if (!this.#visitors.may(peer, update.byteLength)) return refused('too-fast');
		// In memory there is no await here: one peer's updates stay in their order.
		const loaded = room.loaded ?? (await this.#shelf.load(room));
		if (!(loaded instanceof LoadedDocument)) return refused(loaded);
		const member = room.members.get(peer.id);
		if (!member) return refused('not-open');
		if (input.epoch !== loaded.epoch) return refused('epoch-outdated');
		return this.#accept(room, loaded, member, update);
	}

	/** Where the peer's caret is; whose it is, the server says. */
	cursor(peer: Peer, input: DocumentCursor): void {
		const room = this.#shelf.get(input.documentId);
		const member = room?.members.get(peer.id);
		if (!room || !member || !this.#visitors.may(peer, 0)) return;
		const { documentId } = input;
		const who = { documentId, personId: peer.personId, tab: member.clientId };
		if (input.root === null) {
			member.caret = null;
			const payload = { ...who, root: null, anchor: null, head: null };
			room.tell({ event: 'document:cursor', payload }, peer.id);
			return;
		}
		const anchor = relativePosition(input.anchor);
		const head = relativePosition(input.head);
		if (!room.allows(input.root) || !anchor || !head) return;
		member.caret = { ...who, root: input.root, anchor, head };
		room.tell({ event: 'document:cursor', payload: member.caret }, peer.id);
	}

	/** This peer closed this document. */
	leave(peer: Peer, documentId: string): void {
		this.#visitors.left(peer, documentId);
		const room = this.#shelf.get(documentId);
		room?.leave(peer.id);
		if (room && !this.#closing) this.#shelf.rest(room);
	}

	/** This peer's socket is gone. */
	drop(peer: Peer): void {
		for (const documentId of this.#visitors.drop(peer)) this.leave(peer, documentId);
	}

	/** No longer allowed here: deaf and mute at once, in each of this person's tabs. */
	evict(personId: string, documentId: string): void {
		const room = this.#shelf.get(documentId);
		if (!room) return;
		const inside = [...room.joining.values(), ...room.members.values()];
		for (const peer of new Set(inside.map((one) => one.peer))) {
			if (peer.personId !== personId) continue;
			this.leave(peer, documentId);
			peer.send({ event: 'document:gone', payload: { documentId } });
		}
	}

	/** Who has this document open, or is opening it: to be checked when rights change. */
	peopleIn(documentId: string): ReadonlySet<string> {
		const room = this.#shelf.get(documentId);
		const inside = room ? [...room.joining.values(), ...room.members.values()] : [];
		return new Set(inside.map(({ peer }) => peer.personId));
	}

	/** Which documents this peer has open, or is opening. */
	openBy(peer: Peer): string[] {
		return this.#visitors.documentsOf(peer);
	}

	/** The texts of the item changed: an organisation came to it, a child was added. */
	setRoots(documentId: string, roots: AllowedRoots): void {
		const room = this.#shelf.get(documentId);
		if (room) room.roots = roots;
	}

	/** What is stored, as plain text by root, for a page or a record; null when it cannot be read back. */
	async texts(documentId: string): Promise<Record<string, string> | null> {
		const stored = await this.#deps.store.load(documentId);
		try {
			return textsOf(new LoadedDocument(documentId, stored).doc);
		} catch (error) {
			if (error instanceof CorruptDocument) return null;
			throw error;
		}
	}

	/** Takes nothing more; resolves when all that was taken is on disk. */
	async close(): Promise<void> {
		this.#closing = true;
		await this.#journal.flush();
	}

	async #admit(room: Room, ticket: Ticket, input: OpenDocument): Promise<OpenReply> {
		const loaded = await this.#shelf.load(room);
		if (!(loaded instanceof LoadedDocument)) return refused(loaded);
		if (!room.holds(ticket)) return refused('not-found');
		const resumed =
			input.resume && input.epoch === loaded.epoch
				? loaded.replicas.resume(input.resume, ticket.peer.personId)
				: null;
		const from = input.epoch === loaded.epoch && (resumed || !input.resume) && input.stateVector;
		if (from && !readableStateVector(from)) return refused('invalid-input');
		return this.#handOut(room, loaded, ticket, resumed, from || undefined);
	}

	/** A replica id and the stored state, once the id is on disk too. */
	#handOut(
		room: Room,
		loaded: LoadedDocument,
		ticket: Ticket,
		resumed: Assigned | null,
		from?: Uint8Array
	): Promise<OpenReply> {
		const { peer } = ticket;
		const wrote = (clientId: number) => loaded.wrote(clientId);
		const assigned = resumed ?? loaded.replicas.assign(peer.personId, wrote, this.#deps);
		const { clientId, secret } = assigned;
		return new Promise((resolve) => {
			let state: Uint8Array;
			let stateVector: Uint8Array;
			this.#journal.add({
				loaded,
				replica: assigned.added,
				closing: () => {
					state = loaded.state(from);
					stateVector = Y.encodeStateVector(loaded.doc);
				},
				committed: () => {
					if (!room.holds(ticket)) return resolve(refused('not-found'));
					room.joining.delete(peer.id);
					const { epoch } = loaded;
					const roots = room.rootList(loaded);
					resolve({ ok: true, epoch, clientId, secret, state, stateVector, roots });
					room.join(peer, clientId);
				},
				failed: (why) => resolve(refused(why))
			});
		});
	}

	#accept(
		room: Room,
		loaded: LoadedDocument,
		{ peer, clientId }: Member,
		update: Uint8Array
	): Promise<UpdateReply> {
		const allows = (root: string) => room.allows(root);
		const verdict = guard({ doc: loaded.doc, clientId, allows }, update);
		if (!verdict.ok) {
			const reason = verdict.error === 'too-large' ? 'too-large' : 'rejected';
			return this.#reset(room, peer, reason, verdict.error);
		}
		const { bytes, writes, neighbours } = verdict.value;
		if (writes && !loaded.fits(bytes.byteLength, DOCUMENT_LIMITS.document))
			return this.#reset(room, peer, 'document-full');
		try {
			Y.applyUpdate(loaded.doc, bytes, peer.id);
		} catch {
			// A throw can leave half an update behind: what is in memory is no longer what was decided.
			loaded.spoiled = true;
		}
		if (loaded.hasGap()) loaded.spoiled = true;
		if (loaded.spoiled) {
			this.#log('document-spoiled', { documentId: room.id, personId: peer.personId });
			return Promise.resolve(refused('not-stored'));
		}
		if (!inOrder(loaded.doc, neighbours)) {
			loaded.spoiled = true;
			return this.#reset(room, peer, 'rejected', 'wrong-order');
		}
		return new Promise((resolve) =>
			this.#journal.add({
				loaded,
				committed: () => resolve({ ok: true }),
				failed: (why) => resolve(refused(why))
			})
		);
	}

	/** Refused for good: this peer alone starts again from what is stored, under a new replica id. */
	async #reset(
		room: Room,
		peer: Peer,
		reason: ResetReason,
		why: string = reason
	): Promise<Refused> {
		const { personId } = peer;
		this.#log('document-update-refused', { documentId: room.id, personId, why });
		const deliberate = reason !== 'document-full';
		if (deliberate && this.#refusals.add(personId, this.#deps.clock.now())) {
			this.leave(peer, room.id);
			this.#deps.expel?.(peer);
			return refused(reason);
		}
		room.leave(peer.id);
		const ticket = { peer };
		room.joining.set(peer.id, ticket);
		const fresh = await this.#admit(room, ticket, { documentId: room.id });
		if (fresh.ok) {
			const { epoch, clientId, secret, state, stateVector } = fresh;
			const payload = { documentId: room.id, epoch, clientId, secret, state, stateVector, reason };
			peer.send({ event: 'document:reset', payload });
		} else if (room.holds(ticket)) this.leave(peer, room.id);
		return refused(reason);
	}

	/** To everyone who did not write all of it themselves: the document's own output, never a peer's bytes. */
	#publish({ loaded, update, authors }: Commit): void {
		const [author] = authors;
		const payload = { documentId: loaded.id, epoch: loaded.epoch, update };
		this.#shelf
			.get(loaded.id)
			?.tell({ event: 'document:update', payload }, authors.size === 1 ? author : undefined);
	}

	#notStored(documents: ReadonlySet<LoadedDocument>, error: unknown): void {
		this.#log('document-commit-failed', { documents: documents.size, ...faultOf(error) });
	}

	#log(event: string, about: object): void {
		this.#deps.log({ event, ...about });
	}
}

function refused(error: DocumentError): Refused {
	return { ok: false, error };
}

function readableStateVector(bytes: Uint8Array): boolean {
	try {
		Y.decodeStateVector(bytes);
		return true;
	} catch {
		return false;
	}
}
