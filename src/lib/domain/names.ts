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
	ı: 'i'
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

function words(text: string): string[] {
	return (
		text
			.normalize('NFKD')
			// Marks carry the diacritics; invisible format characters would split a name unseen.
			.replace(/[\p{M}\p{Cf}]/gu, '')
			.toLowerCase()
			// Lower case of "İ" brings a mark back.
			.replace(/\p{M}/gu, '')
			.replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter)
			.split(/[^\p{L}\p{N}]+/u)
			.filter(Boolean)
	);
}
