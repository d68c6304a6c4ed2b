import type { LostText } from '#lib/document/unsent.ts';
import type { DocumentError, OpenReply, Opened, UpdateReply } from '#lib/protocol/documents.ts';
import type * as Y from 'yjs';
import { Carets } from './carets.svelte.ts';
import { courseAfter } from './course.ts';
import { Incoming, listenTo, type Payload, type Release } from './incoming.ts';
import { LocalReplica } from './local-replica.ts';
import { Pacer } from './pacer.ts';
import { asBytes, type DocumentTransport } from './transport.ts';

export type { LostText };

/** Milliseconds between two updates of one document. */
const PAUSE = 50;

/**
 * - `opening`: what is typed is kept and goes in when it opens
 * - `open`: in step, or catching up (see `unsaved`)
 * - `gone`: no longer at this item
 * - `failed`: this document cannot be opened (see `error`)
 */
export type DocumentStatus = 'opening' | 'open' | 'gone' | 'failed';

type Session = Pick<Opened, 'epoch' | 'clientId' | 'secret'>;

/**
 * The shared text of one case item in this tab. Typing changes it at once; `unsaved` falls to 0 when
 * the server has it on disk. Nothing typed is lost by a cut, a restart of the server, or a slow start;
 * what the server refuses for good is kept in `draft`.
 */
export class SharedDocument {
	readonly id: string;
	readonly carets: Carets;
	status = $state<DocumentStatus>('opening');
	/** Own edits that are not yet stored. */
	unsaved = $state(0);
	/** Why it is not open, or why edits wait; null when all is well. */
	error = $state<DocumentError | null>(null);
	/** Own text that was refused, to copy. */
	draft = $state.raw<readonly LostText[]>([]);
	/** The texts this item has. */
	roots = $state.raw<readonly string[]>([]);

	readonly #transport: DocumentTransport;
	readonly #stop: (() => void)[];
	readonly #pacer = new Pacer();
	readonly #incoming = new Incoming((update) => this.#replica.receive(update));
	readonly #ended = Promise.withResolvers<void>();
	#replica: LocalReplica = $state.raw(this.#newReplica());
	#session: Session | null = null;
	/** Raised when all that is under way has lost its meaning. */
	#round = 0;
	/** This connection has opened the document: the server knows us in it. */
	#ready = false;
	#sending = false;
	#closing = false;
	#over = false;

	constructor(id: string, transport: DocumentTransport) {
		this.id = id;
		this.#transport = transport;
		this.carets = new Carets(id, transport);
		// Before the first await: an update that arrives while opening must find its listener.
		this.#stop = [
			listenTo(transport, id, {
				'document:update': (payload) => this.#incoming.receive(payload),
				'document:cursor': (payload) => this.carets.receive(payload),
				'document:reset': (payload) => this.#reset(payload),
				'document:gone': () => this.#gone()
			}),
			transport.onReconnect(() => void this.#open())
		];
		void this.#open();
	}

	/** Reactive: another one after a reset. */
	text(root: string): Y.Text {
		return this.#replica.doc.getText(root);
	}

	get doc(): Y.Doc {
		return this.#replica.doc;
	}

	/** Takes back, or does again, what this person typed in this text; false when there is nothing. */
	undo(root: string): boolean {
		return this.#replica.undoOf(root).undo() !== null;
	}

	redo(root: string): boolean {
		return this.#replica.undoOf(root).redo() !== null;
	}

	/** Must be there before the first edit that is to be undone. */
	rememberForUndo(root: string): void {
		this.#replica.undoOf(root);
	}

	/** Keeps remote changes back while an input method composes; own edits go on. */
	hold(): Release {
		return this.#incoming.hold();
	}

	/** Copied, or no longer wanted. */
	discardDraft(root?: string): void {
		this.draft = root ? this.draft.filter((lost) => lost.root !== root) : [];
	}

	/** Leaves the document once what was typed is stored; resolves then. */
	close(): Promise<void> {
		this.#closing = true;
		this.carets.away();
		this.#endIfClosing();
		return this.#ended.promise;
	}

	/** Wanted again before it had left; false when it is too late for that. */
	stay(): boolean {
		if (this.#over) return false;
		this.#closing = false;
		return true;
	}

	async #open(): Promise<void> {
		if (this.status === 'gone' || this.status === 'failed') return;
		const round = this.#startRound();
		this.carets.clear();
		if (!this.#transport.connected) return;
		const reply = await this.#ask<OpenReply>('document:open', {
			documentId: this.id,
			...this.#resume()
		});
		if (round !== this.#round) return;
		if (!reply) this.#pacer.later(() => void this.#open());
		else if (reply.ok) this.#opened(reply);
		else this.#notOpened(reply.error);
	}

	#resume() {
		if (!this.#session) return {};
		const { epoch, clientId, secret } = this.#session;
		return { epoch, stateVector: this.#replica.stateVector(), resume: { clientId, secret } };
	}

	#opened(reply: Opened): void {
		const before = this.#session;
		const state = asBytes(reply.state);
		if (!before) this.#begin(reply, this.#replica.texts());
		else if (before.clientId === reply.clientId && before.epoch === reply.epoch)
			this.#replica.receive(state);
		else this.#startAgain(reply);
		this.#session = reply;
		this.#replica.compareWith(asBytes(reply.stateVector));
		this.roots = reply.roots;
		this.#inStep(reply.epoch);
	}

	#inStep(epoch: number): void {
		this.status = 'open';
		this.error = null;
		this.#ready = true;
		this.#pacer.calm();
		this.#count();
		this.#incoming.open(epoch);
		this.carets.repeat();
		this.#send();
	}

	#notOpened(error: DocumentError): void {
		this.error = error;
		if (error === 'not-found') this.#gone();
		else if (error === 'document-corrupt' || error === 'invalid-input') this.#fail();
		else this.#pacer.later(() => void this.#open());
	}

	/** One message under way at a time; what is typed meanwhile goes together in the next. */
	#send(): void {
		if (this.#sending || this.#pacer.waiting || !this.#ready || !this.#session) return;
		if (!this.#transport.connected) return;
		const batch = this.#replica.unsent.batch();
		if (!batch) return this.#endIfClosing();
		this.#sending = true;
		void this.#deliver(batch, this.#session.epoch);
	}

	async #deliver(batch: { update: Uint8Array; edits: number }, epoch: number): Promise<void> {
		const round = this.#round;
		const { update, edits } = batch;
		const payload = { documentId: this.id, epoch, update };
		const reply = await this.#ask<UpdateReply>('document:update', payload);
		if (round !== this.#round) return;
		this.#sending = false;
		if (!reply) return this.#pacer.later(() => this.#send());
		if (!reply.ok) return this.#notStored(reply.error);
		this.error = null;
		this.#pacer.calm();
		this.#replica.unsent.confirm(edits);
		this.#count();
		this.#pacer.after(PAUSE, () => this.#send());
	}

	#notStored(error: DocumentError): void {
		this.error = error;
		switch (courseAfter(error)) {
			case 'retry':
				return this.#pacer.later(() => this.#send());
			case 'open-again':
				return void this.#open();
			case 'start-again':
				// No reset came with it: start again by itself.
				this.#keepDraft();
				this.#session = null;
				this.#replace(this.#newReplica());
				return void this.#open();
			case 'gone':
				return this.#gone();
			case 'failed':
				return this.#fail();
		}
	}

	/** Refused: back to what is stored. */
	#reset(payload: Payload<'document:reset'>): void {
		this.#startRound();
		this.#startAgain(payload);
		this.#session = payload;
		this.#inStep(payload.epoch);
	}

	#gone(): void {
		this.#startRound();
		this.#keepDraft();
		this.#session = null;
		this.carets.clear();
		this.#replace(this.#newReplica());
		this.status = 'gone';
		this.#endIfClosing();
	}

	#fail(): void {
		this.#keepDraft();
		this.status = 'failed';
		this.#endIfClosing();
	}

	/** Another replica id: what the old one had not stored cannot be sent under it. */
	#startAgain(from: { state: Uint8Array; clientId: number }): void {
		this.#keepDraft();
		this.#begin(from, {});
	}

	/** From what is stored, with `typed` after it: what was typed before the document was open. */
	#begin(
		{ state, clientId }: { state: Uint8Array; clientId: number },
		typed: Record<string, string>
	): void {
		const replica = this.#newReplica();
		replica.receive(asBytes(state));
		replica.writeAs(clientId);
		for (const [root, text] of Object.entries(typed)) replica.append(root, text);
		this.#replace(replica);
	}

	#keepDraft(): void {
		const lost = this.#replica.lost();
		if (lost.length > 0) this.draft = [...this.draft, ...lost];
	}

	#newReplica(): LocalReplica {
		return new LocalReplica(() => {
			this.#count();
			// One input event may make several transactions: they go together.
			queueMicrotask(() => this.#send());
		});
	}

	#replace(replica: LocalReplica): void {
		const old = this.#replica;
		this.#replica = replica;
		old.destroy();
		this.#count();
	}

	#count(): void {
		this.unsaved = this.#replica.unsent.length;
	}

	#startRound(): number {
		this.#sending = false;
		this.#ready = false;
		this.#incoming.shut();
		this.#pacer.stop();
		return ++this.#round;
	}

	async #ask<Reply>(event: string, payload: unknown): Promise<Reply | null> {
		try {
			return (await this.#transport.emitWithAck(event, payload)) as Reply;
		} catch {
			return null;
		}
	}

	#endIfClosing(): void {
		const waiting = this.status === 'opening' || this.status === 'open';
		if (this.#over || !this.#closing || (waiting && this.#replica.unsent.length > 0)) return;
		this.#over = true;
		const leave = this.#ready && this.#transport.connected;
		this.#startRound();
		for (const stop of this.#stop) stop();
		this.carets.stop();
		this.#replica.destroy();
		if (leave) void this.#ask('document:leave', { documentId: this.id });
		this.status = 'gone';
		this.#ended.resolve();
	}
}
