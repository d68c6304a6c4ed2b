/** A place in a list that stays what it is while the list grows: after the one made then, with this id. */
export interface Cursor {
	createdAt: Date;
	id: string;
}

/** Says nothing to who reads it, and nothing hangs on its being secret: it selects from one's own. */
export function writeCursor({ createdAt, id }: Cursor): string {
	return Buffer.from(`${createdAt.getTime()} ${id}`).toString('base64url');
}

export function readCursor(text: string): Cursor | null {
	const [, time, id] =
		/^(\d{10,15}) ([\w-]{8,64})$/.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? [];
	return time && id ? { createdAt: new Date(Number(time)), id } : null;
}
