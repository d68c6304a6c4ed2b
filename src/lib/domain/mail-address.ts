/**
 * Whether a text is one mail address that can be written to as it stands (RFC 5321, 4.5.3.1: at most 64
 * characters before the @, 254 in all): nothing in it is read as a list, a name or a header.
 */
export function isMailAddress(text: string): boolean {
	if (text.length > 254) return false;
	return /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i.test(
		text
	);
}

/** A mailbox as an address of the web (RFC 6068). */
export function mailboxUrl(address: string): string {
	return `mailto:${encodeURIComponent(address).replace('%40', '@')}`;
}

/** The address in what `mailboxUrl` made. */
export function mailboxOf(url: string): string {
	return decodeURIComponent(url.slice('mailto:'.length));
}
