import Database from 'better-sqlite3';
import { join } from 'node:path';
import * as Y from 'yjs';

/** What a stopped server has left on the disk, read without any of its code. */
export class OnDisk {
	readonly #database: Database.Database;

	constructor(dataDir: string) {
		this.#database = new Database(join(dataDir, 'casustafel.sqlite'), { readonly: true });
	}

	text(documentId: string, root = 'common'): string {
		const doc = new Y.Doc();
		const snapshot = this.#database
			.prepare('select snapshot from documents where id = ?')
			.pluck()
			.get(documentId);
		const updates = this.#database
			.prepare('select bytes from document_updates where document_id = ? order by seq')
			.pluck()
			.all(documentId);
		for (const bytes of [snapshot, ...updates])
			if (bytes instanceof Uint8Array) Y.applyUpdate(doc, bytes);
		return doc.getText(root).toString();
	}

	/** How often this person's answer to G29 has been given. */
	answers(itemId: string, personId: string): number {
		return Number(
			this.#database
				.prepare(
					`select max(revision) from answers where item_id = ? and person_id = ? and question_id = 'G29'`
				)
				.pluck()
				.get(itemId, personId)
		);
	}

	commands(personId: string): number {
		return Number(
			this.#database
				.prepare(`select count(*) from commands where person_id = ? and name = 'answer.give'`)
				.pluck()
				.get(personId)
		);
	}

	close(): void {
		this.#database.close();
	}
}

/** Reads what is there, and closes it again. */
export function onDisk<T>(dataDir: string, read: (disk: OnDisk) => T): T {
	const disk = new OnDisk(dataDir);
	try {
		return read(disk);
	} finally {
		disk.close();
	}
}
