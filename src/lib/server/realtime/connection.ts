import type { ViewGoneMessage, ViewPartMessage } from '#lib/protocol/live.ts';
import type { Socket } from 'socket.io';
import type { AccessEntry, Actor } from '../work.ts';
import type { Peer } from './documents/rooms.ts';
import { sendShared } from './frames.ts';

/** One open tab: its socket, who it is, and what it is looking at. */
export class Connection implements Peer {
	readonly id: string;
	readonly socket: Socket;
	readonly sessionId: string;
	readonly actor: Actor;
	/** Takes part from elsewhere; said when the meeting was opened. */
	remote = false;
	/** Topic → cases whose reading is on the access log. */
	readonly #read = new Map<string, Set<string>>();
	/** Topic → part → what was last sent, so that only what changed for this viewer is sent. */
	readonly #sent = new Map<string, Map<string, string>>();

	constructor(socket: Socket, sessionId: string, actor: Actor) {
		this.id = socket.id;
		this.socket = socket;
		this.sessionId = sessionId;
		this.actor = actor;
	}

	get personId(): string {
		return this.actor.personId;
	}

	get topics(): string[] {
		return [...this.#sent.keys()];
	}

	looksAt(topic: string): boolean {
		return this.#sent.has(topic);
	}

	send(message: { event: string; payload: unknown }): void {
		sendShared(this.socket, message);
	}

	/** Reads of cases that are new in this topic: each is a row of its own. */
	unread(topic: string, reads: readonly AccessEntry[]): AccessEntry[] {
		const known = this.#read.get(topic);
		return reads.filter(({ caseId }) => caseId && !known?.has(caseId));
	}

	/** These reads are on the log. */
	hasRead(topic: string, reads: readonly AccessEntry[]): void {
		const known = this.#read.get(topic) ?? new Set();
		this.#read.set(topic, known);
		for (const { caseId } of reads) if (caseId) known.add(caseId);
	}

	/** Remembers what the viewer was given on opening. */
	opened(topic: string, parts: object): void {
		const sent = new Map<string, string>();
		for (const [part, value] of Object.entries(parts)) sent.set(part, JSON.stringify(value));
		this.#sent.set(topic, sent);
	}

	closed(topic: string): void {
		this.#read.delete(topic);
		this.#sent.delete(topic);
	}

	/** Sends the parts that differ from what this viewer has. */
	update(topic: string, parts: object): void {
		const sent = this.#sent.get(topic);
		if (!sent) return;
		for (const [part, value] of Object.entries(parts)) {
			const text = JSON.stringify(value);
			if (sent.get(part) === text) continue;
			sent.set(part, text);
			const message: ViewPartMessage = { topic, part, value };
			this.socket.emit('view:part', message);
		}
	}

	gone(topic: string): void {
		this.#read.delete(topic);
		this.#sent.delete(topic);
		const message: ViewGoneMessage = { topic };
		this.socket.emit('view:gone', message);
	}
}
