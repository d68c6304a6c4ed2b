import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const IN_MEMORY = '/dev/shm';
/** Bytes: all that the tests keep at one moment is less than half of it. */
const ROOM = 2 * 1024 ** 3;

/**
 * Runs `work` with temporary files in memory, where there is room: each test has a database of its own, and
 * most of what it waits for is the disk. What is synced is the same: the tests count it, and kill servers.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withFilesInMemory(work) {
	if (process.env.TMPDIR || !hasRoom()) return work();
	const folder = mkdtempSync(join(IN_MEMORY, 'casustafel-test-'));
	process.env.TMPDIR = folder;
	const remove = () => rmSync(folder, { recursive: true, force: true });
	process.once('exit', remove);
	try {
		return await work();
	} finally {
		delete process.env.TMPDIR;
		process.off('exit', remove);
		remove();
	}
}

function hasRoom() {
	if (!existsSync(IN_MEMORY)) return false;
	const { bavail, bsize } = statfsSync(IN_MEMORY);
	return Math.min(bavail * bsize, freemem()) > ROOM;
}
