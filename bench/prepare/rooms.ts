import type { LongText } from './long-text.ts';

/** One document and who will open it. */
export interface PreparedRoom {
	documentId: string;
	/** What each person's browser would send; empty where a server asks for none. */
	cookies: string[];
}

export interface PrepareJob {
	folder: string;
	documents: number;
	people: number;
	/** Already in each document. */
	text?: { edits: number; tail: number };
}

export interface Prepared {
	rooms: PreparedRoom[];
	/** Bytes of the text's state. */
	stateSize: number;
}

/** Names of 22 characters, as our ids are: a name is on every frame of every server. */
export const documentName = (number: number) => `document${String(number).padStart(14, '0')}`;

export type FillStore = (
	folder: string,
	rooms: PreparedRoom[],
	text: LongText | null
) => Promise<void>;
