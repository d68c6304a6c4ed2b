/** A registered name, and what is shown in its place. */
export interface NameMask {
	name: string;
	mask: string;
}

/**
 * A text with registered names replaced: whole words, without case and diacritics, also with a genitive s
 * ("Daans", "Fenna's"). The longest name goes first, so that "Anne Marie" is no "kind 1 Marie".
 */
export function maskNames(text: string, masks: readonly NameMask[]): string {
	return masks
		.filter(({ name }) => plain(name).length > 1)
		.toSorted((a, b) => b.name.length - a.name.length)
		.reduce((masked, { name, mask }) => masked.replace(pattern(name), mask), text.normalize('NFD'))
		.normalize('NFC');
}

function pattern(name: string): RegExp {
	const letters = [...plain(name)].map((letter) => {
		if (/\s/.test(letter)) return '[\\s-]+';
		return letter.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`) + String.raw`\p{M}*`;
	});
	return new RegExp(
		`(?<![\\p{L}\\p{N}])${letters.join('')}(?:['’]?s)?(?![\\p{L}\\p{M}\\p{N}])`,
		'giu'
	);
}

/** Without marks: each letter then matches with any. */
function plain(name: string): string {
	return name.trim().normalize('NFD').replace(/\p{M}/gu, '');
}
