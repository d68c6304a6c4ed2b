/** A short confirmation, shown for a while; `undo` adds a button. Call it in the browser only. */
export interface Toast {
	id: number;
	text: string;
	undo?: () => void | Promise<void>;
}

const list = $state<Toast[]>([]);
let last = 0;

/** What is shown now, oldest first. */
export function toasts(): readonly Toast[] {
	return list;
}

export function toast(text: string, options: { undo?: Toast['undo'] } = {}): number {
	const id = ++last;
	list.push({ id, text, undo: options.undo });
	// Three at most: the oldest makes room.
	if (list.length > 3) list.shift();
	return id;
}

export function dismiss(id: number): void {
	const at = list.findIndex((shown) => shown.id === id);
	if (at >= 0) list.splice(at, 1);
}
