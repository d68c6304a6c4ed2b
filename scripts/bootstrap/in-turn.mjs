import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/** After a crash another program may have got the number of the one that held the turn. */
const LONGEST_TURN_MS = 15 * 60_000;

/**
 * Two commands started at once in one folder (a test beside a demo) must not install or build through
 * each other: the second waits until the first is done, or gone.
 * @param {string} root
 * @param {string} what
 * @param {() => Promise<void>} work
 */
export async function inTurn(root, what, work) {
	const folder = join(root, '.svelte-kit');
	const claim = join(folder, `${what}.turn`);
	mkdirSync(folder, { recursive: true });
	for (let waiting = false; !claimed(claim); waiting = true) {
		if (!waiting) console.log(`Another command in this folder is busy (${what}); waiting for it …`);
		await pause(250);
	}
	try {
		await work();
	} finally {
		rmSync(claim, { force: true });
	}
}

/** @param {string} claim */
function claimed(claim) {
	try {
		writeFileSync(claim, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
		if (!lives(holder(claim))) rmSync(claim, { force: true });
		return false;
	}
}

/** @param {string} claim */
function holder(claim) {
	try {
		if (Date.now() - statSync(claim).mtimeMs > LONGEST_TURN_MS) return 0;
		return Number(readFileSync(claim, 'utf8'));
	} catch {
		return 0;
	}
}

/** @param {number} pid */
function lives(pid) {
	if (!pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
