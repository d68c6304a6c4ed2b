import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** One SQL statement with its values in order. */
export interface Statement {
	sql: string;
	params: readonly unknown[];
}

/** The text comes with a number's first use only. */
type Numbered = [number: number, params: readonly unknown[], sql?: string];

type Answer = { ok: true } | { ok: false; message: string; code?: string };

/**
 * A thread with a writing connection of its own, for commits that come by the hundred a second: the sync
 * to disk takes milliseconds, in which the event loop would serve nobody. The caller keeps it to one
 * transaction at a time over all writers (docs/adr/0013-commits-in-a-thread.md).
 */
export class WriterThread {
	readonly #file: string;
	#worker: Worker | null = null;
	#answered: ((answer: Answer) => void) | null = null;
	/** What the thread has prepared: its text crosses once. */
	readonly #numbers = new Map<string, number>();

	constructor(file: string) {
		this.#file = file;
		this.#start();
	}

	/**
	 * All statements in one transaction, on disk when it resolves.
	 * @throws what SQLite said, with its `code`; nothing was stored then
	 */
	async transact(statements: readonly Statement[]): Promise<void> {
		const worker = this.#worker ?? this.#start();
		const answer = await new Promise<Answer>((resolve) => {
			this.#answered = resolve;
			worker.ref();
			worker.postMessage(statements.map((statement) => this.#numbered(statement)));
		});
		if (answer.ok) return;
		this.#numbers.clear();
		throw Object.assign(new Error(answer.message), { code: answer.code });
	}

	/** Resolves when the thread has let go of the file. */
	async close(): Promise<void> {
		const worker = this.#worker;
		if (!worker) return;
		this.#worker = null;
		const gone = new Promise((resolve) => worker.once('exit', resolve));
		worker.ref();
		worker.postMessage(null);
		await gone;
	}

	#numbered({ sql, params }: Statement): Numbered {
		const known = this.#numbers.get(sql);
		if (known !== undefined) return [known, params];
		const number = this.#numbers.size;
		this.#numbers.set(sql, number);
		return [number, params, sql];
	}

	#start(): Worker {
		const worker = new Worker(`(${inThread.toString()})()`, {
			eval: true,
			workerData: {
				file: this.#file,
				driver: createRequire(import.meta.url).resolve('better-sqlite3')
			},
			resourceLimits: { maxYoungGenerationSizeMb: 4 }
		});
		worker.unref();
		worker.on('message', (answer: Answer) => this.#answer(answer));
		worker.on('error', (error) => this.#ended(worker, error.message));
		worker.on('exit', () => this.#ended(worker, 'The writer thread ended'));
		this.#worker = worker;
		return worker;
	}

	#answer(answer: Answer): void {
		this.#worker?.unref();
		const answered = this.#answered;
		this.#answered = null;
		answered?.(answer);
	}

	/** Whether the last transaction was stored is not known: as a disk that failed while it was written. */
	#ended(worker: Worker, message: string): void {
		if (this.#worker !== worker) return;
		this.#worker = null;
		this.#answer({ ok: false, message, code: 'SQLITE_IOERR_THREAD' });
	}
}

/** Its text alone is what runs in the thread, also after bundling: so it uses nothing from outside it. */
function inThread(): void {
	const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
	const { createRequire } = process.getBuiltinModule('node:module');
	const Database = createRequire(workerData.driver)(workerData.driver);
	const connection = new Database(workerData.file, { fileMustExist: true });
	connection.pragma('busy_timeout = 5000');
	// A WAL file that is opened again would sync at checkpoints only.
	connection.pragma('synchronous = FULL');
	connection.pragma('foreign_keys = ON');
	connection.pragma('secure_delete = ON');
	// A checkpoint syncs the whole database: for a tenth of a second nothing else is committed. Pages.
	connection.pragma('wal_autocheckpoint = 4000');
	if (connection.pragma('synchronous', { simple: true }) !== 2)
		throw new Error('The database does not sync each commit to disk (synchronous is not FULL)');

	const begin = connection.prepare('BEGIN IMMEDIATE');
	const commit = connection.prepare('COMMIT');
	const prepared: { run(...params: readonly unknown[]): unknown }[] = [];
	parentPort?.on('message', (statements: Numbered[] | null) => {
		if (!statements) {
			connection.close();
			parentPort.close();
			return;
		}
		try {
			begin.run();
			for (const [number, params, sql] of statements) {
				if (sql) prepared[number] = connection.prepare(sql);
				prepared[number]?.run(...params);
			}
			commit.run();
			parentPort.postMessage({ ok: true });
		} catch (error) {
			if (connection.inTransaction) connection.exec('ROLLBACK');
			const code = Reflect.get(Object(error), 'code');
			parentPort.postMessage({ ok: false, message: String(error), code });
		}
	});
}
