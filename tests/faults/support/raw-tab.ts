import { PROTOCOL_VERSION } from '#lib/protocol/live.ts';
import type { OpenReply, UpdateReply } from '#lib/protocol/documents.ts';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import * as Y from 'yjs';

export interface Frame {
	event: string;
	payload: unknown;
}

/** One tab that speaks the protocol itself, and so can also say what no honest client would. */
export class RawTab {
	readonly socket: Socket;
	readonly documentId: string;
	readonly frames: Frame[] = [];
	doc = new Y.Doc();
	epoch = 1;

	constructor(socket: Socket, documentId: string) {
		this.socket = socket;
		this.documentId = documentId;
		onTestFinished(() => void socket.close());
		socket.onAny((event: string, payload: unknown) => {
			this.frames.push({ event, payload });
			const { documentId: about, update } = Object(payload) as {
				documentId?: string;
				update?: Uint8Array;
			};
			if (event === 'document:update' && about === documentId && update)
				Y.applyUpdate(this.doc, new Uint8Array(update), this);
		});
	}

	static async open(
		url: string,
		cookie: string,
		documentId: string,
		{ origin = url } = {}
	): Promise<RawTab> {
		const socket = io(url, {
			auth: { protocol: PROTOCOL_VERSION },
			transports: ['websocket'],
			forceNew: true,
			reconnection: false,
			extraHeaders: { cookie, origin }
		});
		const tab = new RawTab(socket, documentId);
		await new Promise<void>((resolve, reject) => {
			socket.once('connect', resolve);
			socket.once('connect_error', reject);
		});
		await tab.begin();
		return tab;
	}

	/** Opens the document anew, under a new replica id. */
	async begin(): Promise<void> {
		const reply = await this.ask<OpenReply>('document:open', { documentId: this.documentId });
		if (!reply.ok) throw new Error(reply.error);
		this.doc = new Y.Doc();
		this.doc.clientID = reply.clientId;
		this.epoch = reply.epoch;
		Y.applyUpdate(this.doc, new Uint8Array(reply.state), this);
	}

	ask<T>(event: string, payload: unknown): Promise<T> {
		return this.socket.timeout(30_000).emitWithAck(event, payload) as Promise<T>;
	}

	/** Writes at the beginning; resolves with the answer. */
	write(text: string): Promise<UpdateReply> {
		return this.send(this.make((doc) => doc.getText('common').insert(0, text)));
	}

	/** The update that this edit of the own document makes. */
	make(edit: (doc: Y.Doc) => void): Uint8Array {
		const before = Y.encodeStateVector(this.doc);
		edit(this.doc);
		return Y.encodeStateAsUpdate(this.doc, before);
	}

	send(update: Uint8Array): Promise<UpdateReply> {
		const { documentId, epoch } = this;
		return this.ask('document:update', { documentId, epoch, update });
	}

	close(): void {
		this.socket.close();
	}
}
