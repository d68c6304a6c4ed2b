/** Which of the theme's eight person colours; `class="person-3"` sets `--person` to it. */
export type PersonColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const colours: readonly PersonColour[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** The same person has the same colour on every screen: a hash of the id (FNV-1a, 32 bits). */
export function personColour(id: string): PersonColour {
	let hash = 0x811c9dc5;
	for (let i = 0; i < id.length; i++) {
		hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
	}
	return colours[((hash ^ (hash >>> 16)) >>> 0) % colours.length] ?? 1;
}

/** The same colour for a style property: `var(--person-3)`. */
export function personColourVar(id: string): string {
	return `var(--person-${personColour(id)})`;
}
