import { applyEdit, editBetween, moveIndex, type Delta } from '#lib/document/edit.ts';
import type * as Y from 'yjs';
import { TYPED } from './local-replica.ts';
import type { SharedDocument } from './shared-document.svelte.ts';

/** An input method that pauses longer than this, in ms, no longer keeps the others' text back. */
const LONGEST_HOLD = 1_500;

/**
 * Ties a textarea to one shared text: what is typed becomes the smallest edit, what others type comes
 * in around the own caret and selection. `redraw` runs after each change of the text, `remote` around
 * a change that is not typed here.
 * @returns what unties it
 */
export function bindTextarea(
	field: HTMLTextAreaElement,
	document: SharedDocument,
	root: string,
	{ redraw, remote }: { redraw: () => void; remote: (change: () => void) => void }
): () => void {
	const text = document.text(root);
	const doc = document.doc;
	let typing = false;
	let release: (() => void) | null = null;
	let patience: ReturnType<typeof setTimeout> | undefined;
	document.rememberForUndo(root);
	/** The text as the field has it: equal to `text` except between a key and its input event. */
	let shown = text.toString();
	if (field.value !== shown) {
		const edit = editBetween(field.value, shown);
		show(edit ? deltaOf(edit) : []);
	}
	dropCarriageReturns(text);
	redraw();

	function show(delta: Delta): void {
		const focused = field.ownerDocument.activeElement === field;
		const { selectionDirection } = field;
		const start = moveIndex(delta, field.selectionStart);
		const end = moveIndex(delta, field.selectionEnd);
		shown = text.toString();
		field.value = shown;
		// Setting the selection of a field without focus would scroll or steal focus in some browsers.
		if (focused) field.setSelectionRange(start, end, selectionDirection);
	}

	function changed(event: Y.YTextEvent, transaction: Y.Transaction): void {
		if (typing) return;
		const delta = event.delta as Delta;
		remote(() => {
			show(delta);
			if (transaction.local && transaction.origin) caretAfter(delta);
			redraw();
		});
		if (!transaction.local) dropCarriageReturns(text);
	}

	/** After undo and redo the caret stands where something changed. */
	function caretAfter(delta: Delta): void {
		let at = 0;
		for (const part of delta) {
			if (part.retain !== undefined) at += part.retain;
			else if (typeof part.insert === 'string') at += part.insert.length;
		}
		field.setSelectionRange(at, at);
	}

	function typed(): void {
		// Half an emoji: the other half is another input event.
		if (!field.value.isWellFormed()) return;
		const edit = editBetween(shown, field.value, field.selectionEnd);
		if (!edit) return;
		typing = true;
		applyEdit(text, edit, TYPED);
		typing = false;
		shown = field.value;
		redraw();
		tellCaret();
		if (release) waitForComposition();
	}

	function tellCaret(): void {
		if (field.readOnly || field.ownerDocument.activeElement !== field) return;
		const { selectionStart: start, selectionEnd: end, selectionDirection } = field;
		const [anchor, head] = selectionDirection === 'backward' ? [end, start] : [start, end];
		document.carets.move(doc, root, anchor, head);
	}

	/** Changing the field's value ends a composition: until it is done, remote changes wait. */
	function waitForComposition(): void {
		release ??= document.hold();
		clearTimeout(patience);
		patience = setTimeout(endComposition, LONGEST_HOLD);
	}

	function endComposition(): void {
		typed();
		clearTimeout(patience);
		release?.();
		release = null;
	}

	function takeBack(again: boolean): void {
		if (field.readOnly) return;
		if (again) document.redo(root);
		else document.undo(root);
	}

	function key(event: KeyboardEvent): void {
		if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
		const pressed = event.key.toLowerCase();
		if (pressed !== 'z' && pressed !== 'y') return;
		event.preventDefault();
		takeBack(pressed === 'y' || event.shiftKey);
	}

	/** The browser's own undo knows nothing of the others' text. */
	function beforeInput(event: InputEvent): void {
		if (!event.inputType.startsWith('history')) return;
		event.preventDefault();
		takeBack(event.inputType === 'historyRedo');
	}

	function left(): void {
		endComposition();
		document.carets.away(root);
	}

	const stopping = new AbortController();
	const { signal } = stopping;
	field.addEventListener('input', typed, { signal });
	field.addEventListener('keydown', key, { signal });
	field.addEventListener('beforeinput', beforeInput, { signal });
	field.addEventListener('compositionstart', waitForComposition, { signal });
	field.addEventListener('compositionend', endComposition, { signal });
	field.addEventListener('focus', tellCaret, { signal });
	field.addEventListener('blur', left, { signal });
	field.ownerDocument.addEventListener('selectionchange', tellCaret, { signal });
	text.observe(changed);

	return () => {
		stopping.abort();
		clearTimeout(patience);
		release?.();
		text.unobserve(changed);
		document.carets.away(root);
	};
}

function deltaOf(edit: { at: number; remove: number; insert: string }): Delta {
	return [{ retain: edit.at }, { insert: edit.insert }, { delete: edit.remove }];
}

/** A textarea has none: with one in the text, every position after it would be off by one. */
function dropCarriageReturns(text: Y.Text): void {
	const content = text.toString();
	if (!content.includes('\r')) return;
	text.doc?.transact(() => {
		for (let at = content.length; (at = content.lastIndexOf('\r', at - 1)) >= 0;)
			text.delete(at, 1);
	});
}
