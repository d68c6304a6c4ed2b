/** The database file cannot be used; the message is for the person who starts the program. */
export class DatabaseRefused extends Error {
	override readonly name = 'DatabaseRefused';
}

interface Lock {
	exec(sql: string): unknown;
	close(): unknown;
}

const held: Record<string, { lock: Lock; users: number } | undefined> = {};

/**
 * One process per database: two would each have rooms of their own, and nobody in the one would hear the
 * other. It is SQLite's own lock, on an empty file beside the database, so that the operating system lets
 * go of it also at kill -9, and backups of the database itself are not in its way. Returns what ends it.
 */
export function holdAlone(file: string, open: (path: string) => Lock): () => void {
	const mine = (held[file] ??= { lock: locked(file, open), users: 0 });
	mine.users += 1;
	let isMine = true;
	return () => {
		if (!isMine) return;
		isMine = false;
		mine.users -= 1;
		if (mine.users > 0) return;
		held[file] = undefined;
		mine.lock.close();
	};
}

function locked(file: string, open: (path: string) => Lock): Lock {
	const lock = open(`${file}.lock`);
	try {
		lock.exec('BEGIN EXCLUSIVE');
		return lock;
	} catch (error) {
		lock.close();
		const isBusy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
		if (!isBusy) throw error;
		throw new DatabaseRefused(
			`${file} is in use by another Casustafel process. Stop that one first; one process per database.`
		);
	}
}
