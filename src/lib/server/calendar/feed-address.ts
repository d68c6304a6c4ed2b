/**
 * The address of a calendar by its secret. Thunderbird and others name a calendar after the end of its
 * address, on the screen for anyone who looks along: that is a name, and the secret stands before it.
 */
export function feedAddress(secret: string, whose: 'person' | 'organisation', publicUrl: URL): URL {
	const name = whose === 'person' ? 'Casustafel' : 'Casustafel-organisatie';
	return new URL(`/agenda-feed/${secret}/${name}.ics`, publicUrl);
}

/** The secret in what was asked; earlier addresses ended in it. */
export function secretIn(segment: string): string {
	return segment.replace(/\.ics$/, '');
}
