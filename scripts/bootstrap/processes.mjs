import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import process from 'node:process';

/** @import { ChildProcess } from 'node:child_process' */

/** An expected failure of a command: its message is a sentence that says what to do. */
export class CommandError extends Error {}

const PATIENCE_MS = 8000;

/** @type {Set<ChildProcess>} */
const children = new Set();
/** @type {NodeJS.Signals | null} */
let asked = null;

/** Whether this command was asked to stop. */
export const isStopping = () => asked !== null;

/**
 * Starts a program whose output is ours.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, tied?: boolean, stdin?: 'ignore' | 'inherit' }} [options] `tied`: it is told (by `disconnect`) when this process is gone, even killed
 */
export function run(program, args, { env = process.env, tied = false, stdin = 'ignore' } = {}) {
	const child = spawn(program, args, {
		stdio: tied ? [stdin, 'inherit', 'inherit', 'ipc'] : [stdin, 'inherit', 'inherit'],
		env
	});
	return { exitCode: watch(child), kill: () => void child.kill('SIGTERM') };
}

/**
 * Counts a child among those that end with this command.
 * @param {ChildProcess} child
 * @returns {Promise<number>} its exit code, as a shell counts it
 */
export function watch(child) {
	children.add(child);
	if (asked) child.kill(asked);
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => {
			children.delete(child);
			resolve(code ?? 128 + (signal ? constants.signals[signal] : 1));
		});
	});
}

/**
 * From now on everything started here ends when this process is asked to stop, or when the one that
 * started it is gone: npm ends at SIGTERM without telling what it started, and a server left behind keeps
 * its port.
 */
export function endTogether() {
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
		process.on(signal, () => stopAll(signal));
	// Started by hand it may outlive its shell (nohup).
	if (!process.env.npm_lifecycle_event) return;
	const starters = ancestors();
	setInterval(() => ancestors() !== starters && stopAll('SIGTERM'), 500).unref();
}

/** Who started us, and who started that: npm puts a shell in between, which stays when npm is killed. */
function ancestors() {
	try {
		const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
		// Its fields follow the program's name, which may itself hold spaces: state, then parent.
		return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
	} catch {
		return String(process.ppid);
	}
}

/** @param {NodeJS.Signals} signal */
function stopAll(signal) {
	if (asked) return;
	asked = signal;
	for (const child of children) child.kill('SIGTERM');
	setTimeout(() => {
		for (const child of children) child.kill('SIGKILL');
	}, PATIENCE_MS).unref();
}
