// Words that belong to many surnames and to ordinary sentences alike.
const PARTICLES: ReadonlySet<string> = new Set(
	(
		'aan af al bij da dal de degli dei del della den der des di do dos du el en het im in la le les ' +
		'lo los onder op over te ten ter tot uit uijt van vanden vander ver von vom voor zu zum zur'
	).split(' ')
);

// Letters that Unicode does not take apart into a base letter and a mark.
const PLAIN: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ı: 'i',
	ħ: 'h',
	ŧ: 't'
};

/**
 * The registered first and last names found in the title of an action, as registered. An action
 * leaves the system, so it may name nobody of the case; the owner's own name (`except`) may stand.
 * Whole words count, without case and diacritics, also with a genitive s ("Daans", "Fenna's"). Each
 * word of a longer name counts by itself ("De Wit": "wit"), a particle or single letter never does.
 */
export function registeredNamesIn(
	title: string,
	names: readonly string[],
	except: readonly string[]
): string[] {
	const allowed = new Set(except.flatMap(significant));
	const used = new Set(words(title).filter((word) => !allowed.has(word)));
	const hits = names.filter((name) =>
		significant(name).some((word) => !allowed.has(word) && (used.has(word) || used.has(`${word}s`)))
	);
	return [...new Set(hits)];
}

function significant(name: string): string[] {
	return words(name).filter((word) => [...word].length > 1 && !PARTICLES.has(word));
}

/**
 * The words of a text, in two readings: signs that stand for letters may spell a word ("Ⓓⓐⓐⓝ"), and may
 * stand beside one ("Daan™", "ℹ️Daan", "Daan²"). Whoever reads it sees the name in both.
 */
function words(text: string): string[] {
	return [...new Set([...split(text), ...split(text.replace(BESIDE_WORDS, ' '))])];
}

/** What is no letter of itself, pictures that pass for one, and the space that takes no room. */
const BESIDE_WORDS = /[^\p{L}\p{M}\p{Cf}]|\p{Extended_Pictographic}|\u200B/gu;
/** Apostrophes that Unicode counts among the letters (U+02BC and the like) end a word as any other does. */
const BETWEEN_WORDS = /(?:[^\p{L}\p{N}]|[\u02B9-\u02FF\u07F4\u07F5\uA78B\uA78C])+/u;

function split(text: string): string[] {
	return (
		text
			.normalize('NFKD')
			// Marks carry the diacritics; invisible format characters would split a name unseen.
			.replace(/[\p{M}\p{Cf}]/gu, '')
			.toLowerCase()
			// Lower case of "İ" brings a mark back.
			.replace(/\p{M}/gu, '')
			.replace(/[ßæœøłđðþıħŧ]/g, (letter) => PLAIN[letter] ?? letter)
			.split(BETWEEN_WORDS)
			.filter(Boolean)
	);
}
