/** Ends our part of a description; what stands below it is theirs, and stays. */
const LAST_LINE = 'Tekst en datum komen uit Casustafel. Verander hier alleen de stand.';

export function descriptionOf(lines: readonly string[], link: string): string {
	return [...lines, link, LAST_LINE].join('\n');
}

/** Up to and with our last line; all of it where that line is gone. */
export function ownPart(description: string): string {
	const end = description.indexOf(LAST_LINE);
	return end < 0 ? description : description.slice(0, end + LAST_LINE.length);
}

/** Ours instead of what was ours; what they wrote below it stays. */
export function withOwnPart(description: string, own: string): string {
	return own + description.slice(ownPart(description).length);
}
