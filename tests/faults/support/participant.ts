import { TYPED } from '#lib/client/documents/local-replica.ts';
import { applyEdit } from '#lib/document/edit.ts';
import type { Line } from './line.ts';
import type { Network } from './proxy.ts';
import { Writer } from './writer.ts';

interface Edit {
	does: 'types' | 'erases';
	word: string;
}

/** What the server must have kept of someone, by what it told that person. */
export interface Acknowledged {
	typed: string[];
	erased: string[];
	answers: number;
}

/** One person of the model: types, erases words of anyone, answers, is cut off, is taken out and comes back. */
export class Participant {
	readonly name: string;
	readonly personId: string;
	readonly network: Network;
	readonly line: Line;
	readonly typed: string[] = [];
	readonly refused: string[] = [];
	/** Not at the item, by the chair's word. */
	isOut = false;
	answers = 0;
	#itemId: string;
	#writer: Writer;
	#edits: Edit[] = [];
	/** Of the times at the item that are over. */
	readonly #before: Edit[] = [];
	#stays = 0;
	#answering: Promise<void> | null = null;

	constructor(name: string, personId: string, network: Network, line: Line, itemId: string) {
		this.name = name;
		this.personId = personId;
		this.network = network;
		this.line = line;
		this.#itemId = itemId;
		this.#writer = new Writer(`${name}s0n`, line, itemId);
	}

	get isOpen(): boolean {
		return this.#writer.document.status === 'open';
	}

	get isGone(): boolean {
		return this.#writer.document.status === 'gone';
	}

	get unsaved(): number {
		return this.#writer.document.unsaved;
	}

	get text(): string {
		return this.#writer.document.text('common').toString();
	}

	type(): void {
		const word = this.#writer.type();
		this.typed.push(word);
		this.#edits.push({ does: 'types', word });
	}

	/** Takes the word at this part of the text away; null when there is none. */
	erase(part: number): string | null {
		const text = this.#writer.document.text('common');
		const words = text.toString().split(' ').slice(0, -1);
		const place = Math.floor(part * words.length);
		const word = words[place];
		if (word === undefined) return null;
		const at = words.slice(0, place).reduce((sum, one) => sum + one.length + 1, 0);
		applyEdit(text, { at, remove: word.length + 1, insert: '' }, TYPED);
		this.#edits.push({ does: 'erases', word });
		return word;
	}

	/** Answers G29 of this child, when the answer before has been answered. */
	answer(subjectId: string): void {
		this.#answering ??= this.line
			.command('answer.give', {
				itemId: this.#itemId,
				subjectId,
				questionId: 'G29',
				value: { kind: 'text', text: `antwoord ${this.answers + 1}` },
				expected: this.answers
			})
			.then((given) => {
				if (given.ok) this.answers += 1;
				else this.refused.push(given.error);
			})
			.finally(() => (this.#answering = null));
	}

	async answered(): Promise<void> {
		await this.#answering;
	}

	/** What the server has said it keeps, until now. */
	acknowledged(): Acknowledged {
		const edits = [...this.#before, ...this.#stored()];
		const words = (does: Edit['does']) =>
			edits.filter((edit) => edit.does === does).map(({ word }) => word);
		return { typed: words('types'), erased: words('erases'), answers: this.answers };
	}

	/** At the item again, as a page that is opened anew. */
	comesBack(): void {
		this.#before.push(...this.#stored());
		this.#edits = [];
		this.isOut = false;
		void this.#writer.document.close();
		this.#writer = new Writer(`${this.name}s${++this.#stays}n`, this.line, this.#itemId);
	}

	/** Edits leave in order; once gone, what was not stored is in the draft, deletions aside. */
	#stored(): Edit[] {
		const { document } = this.#writer;
		if (!this.isGone) return this.#edits.slice(0, this.#edits.length - document.unsaved);
		const draft = new Set(document.draft.flatMap(({ text }) => text.split(/\s+/)));
		return this.#edits.filter(({ does, word }) => does === 'types' && !draft.has(word));
	}
}
