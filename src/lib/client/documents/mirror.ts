import type { Caret } from './carets.svelte.ts';

/** How a colleague's caret is drawn. */
export interface CaretOwner {
	name: string;
	color: string;
}

/**
 * A copy of a textarea's text behind it, invisible, that wraps the same way: it gives the field its
 * height and tells where on the screen a character is. Built by hand, as its white space is exact.
 */
export class Mirror {
	readonly #element: HTMLElement;
	#runs: { from: number; node: Text }[] = [];

	constructor(element: HTMLElement) {
		this.#element = element;
	}

	draw(text: string, carets: readonly Caret[], ownerOf: (personId: string) => CaretOwner): void {
		const nodes: Node[] = [];
		this.#runs = [];
		let from = 0;
		const run = (to: number) => {
			const node = new Text(text.slice(from, to));
			this.#runs.push({ from, node });
			nodes.push(node);
			from = to;
		};
		for (const caret of [...carets].sort((a, b) => a.head - b.head)) {
			run(Math.min(caret.head, text.length));
			nodes.push(flag(ownerOf(caret.personId)));
		}
		run(text.length);
		// Without it a last empty line has no height.
		nodes.push(new Text('\u200b'));
		this.#element.replaceChildren(...nodes);
	}

	/** Distance of a character from the top of the window, in pixels. */
	topOf(index: number): number | null {
		const run = this.#runs.findLast(({ from }) => from <= index);
		if (!run) return null;
		const range = document.createRange();
		range.setStart(run.node, Math.min(index - run.from, run.node.length));
		const { top, height } = range.getBoundingClientRect();
		return top === 0 && height === 0 ? null : top;
	}
}

/** Zero width and inline, so that no word breaks differently because someone stands in it. */
function flag({ name, color }: CaretOwner): HTMLElement {
	const caret = document.createElement('span');
	caret.className = 'caret';
	caret.style.setProperty('--caret', color);
	const label = document.createElement('span');
	label.className = 'flag';
	label.textContent = name;
	caret.append(label);
	return caret;
}
