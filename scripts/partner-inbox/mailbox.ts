import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

export type Status = 'proposed' | 'accepted' | 'declined' | 'in-progress' | 'done' | 'withdrawn';

export interface InboxAction {
	id: string;
	revision: number;
	caseCode: string;
	dossierReference: string | null;
	title: string;
	owner: string;
	deadline: string | null;
	link: string;
	status: Status;
	readAt: string | null;
	receivedAt: string;
	/** Grows with each answer that arrived, so that each next answer has a key of its own. */
	answers: number;
}

export interface InboxList {
	id: string;
	revision: number;
	caseCode: string;
	dossierReference: string | null;
	actions: { title: string; owner: string; deadline: string | null }[];
	receivedAt: string;
}

export interface Receipt {
	at: string;
	type: string;
	outcome: 'new' | 'again' | 'older' | 'trouble' | 'lost-reply' | 'off';
}

/** How the demo lets this inbox misbehave. */
export type Mood = 'normal' | 'trouble' | 'lost-reply' | 'off';

export interface Mailbox {
	mood: Mood;
	actions: Record<string, InboxAction>;
	lists: Record<string, InboxList>;
	/** Ids of events taken in: the same again has no effect. */
	seen: string[];
	receipts: Receipt[];
}

const SEEN_KEPT = 5000;
const RECEIPTS_KEPT = 12;

/** What this organisation holds, in one file that is replaced whole: a crash leaves the old or the new. */
export class MailboxFile {
	readonly mailbox: Mailbox;
	readonly #file: string;
	readonly #listeners = new Set<() => void>();

	constructor(file: string) {
		this.#file = file;
		this.mailbox = existsSync(file)
			? (JSON.parse(readFileSync(file, 'utf8')) as Mailbox)
			: { mood: 'normal', actions: {}, lists: {}, seen: [], receipts: [] };
	}

	save(): void {
		const { mailbox } = this;
		mailbox.seen = mailbox.seen.slice(-SEEN_KEPT);
		mailbox.receipts = mailbox.receipts.slice(-RECEIPTS_KEPT);
		writeFileSync(`${this.#file}.part`, JSON.stringify(mailbox), { mode: 0o600 });
		renameSync(`${this.#file}.part`, this.#file);
		for (const listener of this.#listeners) listener();
	}

	onChange(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
}
