import { textsOf, type LostText } from '#lib/document/unsent.ts';
import type {
	DocumentError,
	OpenReply,
	Opened,
	RemoteCursor,
	ServerDocumentMessage,
	UpdateReply
} from '#lib/protocol/documents.ts';
import type * as Y from 'yjs';
import { Carets } from './carets.svelte.ts';
import { LocalReplica } from './local-replica.ts';
import { asBytes, type DocumentTransport } from './transport.ts';

/** Milliseconds between two updates of one document. */
const PAUSE = 50;
/** Milliseconds before trying again what was not stored; doubles up to the longest. */
const FIRST_RETRY = 500;
const LONGEST_RETRY = 10_000;

/**
 * - `opening`: what is typed is kept and goes in when it opens
 * - `open`: in step, or catching up (see `unsaved`)
 * - `gone`: no longer at this item
 * - `failed`: this document cannot be opened (see `error`)
 */
export type DocumentStatus = 'opening' | 'open' | 'gone' | 'failed';

/** Lets remote changes in again. */
export type Release = () => void;

type Payload<Event extends ServerDocumentMessage['event']> = Extract<
	ServerDocumentMessage,
	{ event: Event }
>['payload'];

export type { LostText };

interface Session {
	epoch: number;
	clientId: number;
	secret: string;
}

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
	#replica: LocalReplica = $state.raw(this.#newReplica());
	#session: Session | null = null;
	/** Raised when all that is under way has lost its meaning. */
	#round = 0;
	#sending = false;
	/** This connection has opened the document: the server knows us in it. */
	#ready = false;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#retry = FIRST_RETRY;
	/** Updates that wait: for the document to open, or for a composition to end. */
	#waiting: Payload<'document:update'>[] = [];
	#holds = 0;
	#closing = false;

	constructor(id: string, transport: DocumentTransport) {
		this.id = id;
		this.#transport = transport;
		this.carets = new Carets(id, transport);
		const listen = <Event extends ServerDocumentMessage['event']>(
			event: Event,
			handler: (payload: Payload<Event>) => void
		) =>
			transport.on(event, (payload) => {
				const mine = payload as Payload<Event>;
				if (mine.documentId === id) handler(mine);
			});
		// Before the first await: an update that arrives while opening must find its listener.
		this.#stop = [
			listen('document:update', (payload) => this.#receive(payload)),
			listen('document:cursor', (payload: RemoteCursor) => this.carets.receive(payload)),
			listen('document:reset', (payload) => this.#reset(payload)),
			listen('document:gone', () => this.#gone()),
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
		this.#holds++;
		let held = true;
		return () => {
			if (!held) return;
			held = false;
			this.#holds--;
			this.#takeWaiting();
		};
	}

	/** Copied, or no longer wanted. */
	discardDraft(root?: string): void {
		this.draft = root ? this.draft.filter((lost) => lost.root !== root) : [];
	}

	/** Leaves the document, once what was typed is stored. */
	close(): void {
		this.#closing = true;
		this.carets.away();
		this.#endIfClosing();
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
		if (!reply) return this.#later(() => void this.#open());
		if (!reply.ok) return this.#notOpened(reply.error);
		this.#opened(reply);
	}

	#resume() {
		if (!this.#session) return {};
		const { epoch, clientId, secret } = this.#session;
		return { epoch, stateVector: this.#replica.stateVector(), resume: { clientId, secret } };
	}

	#opened(reply: Opened): void {
		const { epoch, clientId, secret } = reply;
		const before = this.#session;
		this.#session = { epoch, clientId, secret };
		const state = asBytes(reply.state);
		if (before?.clientId === clientId && before.epoch === epoch) this.#replica.receive(state);
		else if (before) this.#startAgain(state, clientId);
		else this.#transplant(state, clientId);
		this.#replica.compareWith(asBytes(reply.stateVector));
		this.roots = reply.roots;
		this.#inStep();
	}

	#inStep(): void {
		this.status = 'open';
		this.#ready = true;
		this.error = null;
		this.#retry = FIRST_RETRY;
		this.#count();
		this.#takeWaiting();
		this.carets.repeat();
		this.#send();
	}

	#notOpened(error: DocumentError): void {
		this.error = error;
		if (error === 'not-found') this.#gone();
		else if (error === 'document-corrupt' || error === 'invalid-input') this.status = 'failed';
		else this.#later(() => void this.#open());
	}

	#receive(payload: Payload<'document:update'>): void {
		this.#waiting.push(payload);
		this.#takeWaiting();
	}

	#takeWaiting(): void {
		if (!this.#ready || this.#holds > 0) return;
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const { epoch, update } of waiting)
			if (epoch === this.#session?.epoch) this.#replica.receive(asBytes(update));
	}

	/** One message under way at a time; what is typed meanwhile goes together in the next. */
	#send(): void {
		if (this.#sending || this.#timer || !this.#ready || !this.#session) return;
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
		if (!reply) return this.#later(() => this.#send());
		if (!reply.ok) return this.#notStored(reply.error);
		this.error = null;
		this.#retry = FIRST_RETRY;
		this.#replica.unsent.confirm(edits);
		this.#count();
		this.#after(PAUSE, () => this.#send());
	}

	#notStored(error: DocumentError): void {
		switch (error) {
			case 'not-open':
			case 'epoch-outdated':
				return void this.#open();
			case 'not-found':
				return this.#gone();
			case 'too-fast':
			case 'not-stored':
			case 'storage-read-only':
			case 'closing':
			case 'too-many':
				this.error = error;
				return this.#later(() => this.#send());
			case 'document-corrupt':
				this.error = error;
				this.status = 'failed';
				return this.#endIfClosing();
			case 'rejected':
			case 'too-large':
			case 'document-full':
			case 'not-writable':
			case 'invalid-input':
				// No reset came with it: start again by itself.
				this.#keepDraft();
				this.#session = null;
				this.#replace(this.#newReplica());
				return void this.#open();
			default:
				// Not of this list: the server's fault, so the edits stay.
				return this.#later(() => this.#send());
		}
	}

	/** Refused: back to what is stored. */
	#reset(payload: Payload<'document:reset'>): void {
		const { epoch, clientId, secret } = payload;
		this.#startRound();
		this.#session = { epoch, clientId, secret };
		this.#startAgain(asBytes(payload.state), clientId);
		this.#inStep();
	}

	#gone(): void {
		this.#startRound();
		this.#keepDraft();
		this.#session = null;
		this.#waiting = [];
		this.carets.clear();
		this.#replace(this.#newReplica());
		this.status = 'gone';
		this.#endIfClosing();
	}

	/** The first opening: what was typed before it goes in after what is there. */
	#transplant(state: Uint8Array, clientId: number): void {
		const typed = textsOf(this.#replica.doc);
		const replica = this.#newReplica();
		replica.receive(state);
		replica.writeAs(clientId);
		for (const [root, text] of Object.entries(typed)) {
			const there = replica.doc.getText(root);
			const gap = there.length > 0 && !there.toString().endsWith('\n') ? '\n' : '';
			replica.append(root, gap + text);
		}
		this.#replace(replica);
	}

	/** Another replica id: what the old one had not stored cannot be sent under it. */
	#startAgain(state: Uint8Array, clientId: number): void {
		this.#keepDraft();
		const replica = this.#newReplica();
		replica.receive(state);
		replica.writeAs(clientId);
		this.#replace(replica);
	}

	#keepDraft(): void {
		const lost = this.#replica.lost();
		if (lost.length > 0) this.draft = [...this.draft, ...lost];
	}

	#newReplica(): LocalReplica {
		return new LocalReplica(() => this.#edited());
	}

	#replace(replica: LocalReplica): void {
		const old = this.#replica;
		this.#replica = replica;
		old.destroy();
		this.#count();
	}

	#edited(): void {
		this.#count();
		// One input event may make several transactions: they go together.
		queueMicrotask(() => this.#send());
	}

	#count(): void {
		this.unsaved = this.#replica.unsent.length;
	}

	#startRound(): number {
		this.#sending = false;
		this.#ready = false;
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		return ++this.#round;
	}

	async #ask<Reply>(event: string, payload: unknown): Promise<Reply | null> {
		try {
			return (await this.#transport.emitWithAck(event, payload)) as Reply;
		} catch {
			return null;
		}
	}

	#later(work: () => void): void {
		// Spread, or all tabs of a meeting come back in the same millisecond.
		this.#after(this.#retry * (0.5 + Math.random()), work);
		this.#retry = Math.min(this.#retry * 2, LONGEST_RETRY);
	}

	#after(milliseconds: number, work: () => void): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#timer = null;
			work();
		}, milliseconds);
	}

	#endIfClosing(): void {
		const waiting = this.status === 'opening' || this.status === 'open';
		if (!this.#closing || (waiting && this.#replica.unsent.length > 0)) return;
		const leave = this.#ready && this.#transport.connected;
		this.#startRound();
		for (const stop of this.#stop) stop();
		this.carets.stop();
		this.#replica.destroy();
		if (leave) void this.#ask('document:leave', { documentId: this.id });
		this.status = 'gone';
	}
}
