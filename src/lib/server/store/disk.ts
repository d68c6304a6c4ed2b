const PROBE_EVERY_MS = 1_000;
const REFUSALS = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/;

/** The disk takes no writes at this moment; what was asked is not stored, and may be asked again. */
export class StorageReadOnly extends Error {
	override readonly name = 'StorageReadOnly';
	readonly code = 'STORAGE_READ_ONLY';
}

/**
 * Whether the disk takes writes. After it refused one it is tried once a second, so that it is known to
 * have recovered also when nobody writes.
 */
export class Disk {
	readonly #probe: () => Promise<unknown>;
	readonly #tell: (event: object) => void;
	#probing: NodeJS.Timeout | null = null;

	/** `probe` writes something small, by way of `watch`. */
	constructor(probe: () => Promise<unknown>, tell: (event: object) => void) {
		this.#probe = probe;
		this.#tell = tell;
	}

	get takesWrites(): boolean {
		return this.#probing === null;
	}

	async watch<T>(write: () => Promise<T>): Promise<T> {
		try {
			const value = await write();
			this.close();
			return value;
		} catch (cause) {
			if (!isRefusal(cause)) throw cause;
			this.#refused();
			throw new StorageReadOnly('storage-read-only', { cause });
		}
	}

	close(): void {
		if (!this.#probing) return;
		clearInterval(this.#probing);
		this.#probing = null;
		this.#tell({ event: 'disk-takes-writes' });
	}

	#refused(): void {
		if (this.#probing) return;
		this.#tell({ event: 'disk-refuses-writes' });
		// A refused probe has said what it has to say: still read-only.
		this.#probing = setInterval(() => void this.#probe().catch(() => undefined), PROBE_EVERY_MS);
		this.#probing.unref();
	}
}

/** The query builder wraps what SQLite said. */
function isRefusal(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	return ('code' in error && REFUSALS.test(String(error.code))) || isRefusal(error.cause);
}
