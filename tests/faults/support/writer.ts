import { SharedDocument } from '#lib/client/documents/shared-document.svelte.ts';
import { TYPED } from '#lib/client/documents/local-replica.ts';
import { applyEdit } from '#lib/document/edit.ts';
import { setInterval as every } from 'node:timers/promises';
import type { Line } from './line.ts';

/** Milliseconds between two words of a very fast typist. */
const PACE_MS = 30;

/** The question that is answered while typing: G29 of this child. */
export interface Question {
	itemId: string;
	subjectId: string;
}

/** Someone who types words into the text of an item and answers a question again and again. */
export class Writer {
	readonly name: string;
	readonly line: Line;
	readonly document: SharedDocument;
	readonly typed: string[] = [];
	/** Revisions of the answer that the server has acknowledged. */
	answered = 0;
	refused: string[] = [];
	#going: AbortController | null = null;
	#work: Promise<unknown> = Promise.resolve();

	constructor(name: string, line: Line, itemId: string) {
		this.name = name;
		this.line = line;
		this.document = new SharedDocument(itemId, line);
	}

	/** Edits leave in order, one a word: all but the last `unsaved` are acknowledged. */
	get acknowledged(): string[] {
		return this.typed.slice(0, this.typed.length - this.document.unsaved);
	}

	type(): string {
		const word = `${this.name}${this.typed.length}`;
		const text = this.document.text('common');
		const at = boundaryIn(text.toString());
		this.typed.push(word);
		applyEdit(text, { at, remove: 0, insert: `${word} ` }, TYPED);
		return word;
	}

	/** Types on, and answers on when a question is given, until `stop`; text longer than `erase` is halved. */
	begin(question?: Question & { erase?: number }): void {
		const going = new AbortController();
		this.#going = going;
		this.#work = Promise.all([
			this.#typing(going.signal, question?.erase),
			question ? this.#answering(question, going.signal) : null
		]);
	}

	async stop(): Promise<void> {
		this.#going?.abort();
		await this.#work;
	}

	async #typing(signal: AbortSignal, erase = Infinity): Promise<void> {
		try {
			for await (const _ of every(PACE_MS, null, { signal })) {
				this.type();
				const text = this.document.text('common');
				if (text.length > erase) text.delete(0, erase / 2);
			}
		} catch (error) {
			if (!signal.aborted) throw error;
		}
	}

	async #answering({ itemId, subjectId }: Question, signal: AbortSignal): Promise<void> {
		while (!signal.aborted) {
			const value = { kind: 'text', text: `antwoord ${this.answered + 1}` };
			const given = await this.line.command('answer.give', {
				itemId,
				subjectId,
				questionId: 'G29',
				value,
				expected: this.answered
			});
			if (given.ok) this.answered += 1;
			else if (given.error !== 'too-fast') {
				this.refused.push(given.error);
				if (given.error === 'stale') return;
			}
		}
	}
}

/** A random place between two words. */
function boundaryIn(text: string): number {
	const from = Math.floor(Math.random() * text.length);
	return text.indexOf(' ', from) + 1;
}
