import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './meeting.ts';

/** The program that counts, where there is one (scripts/gates/strace.mjs). */
export const STRACE = process.env.STRACE ?? '';

/** A sync that succeeded, of the journal that a commit is in; where another thread came between, its end. */
const SYNC = /\bf(?:data)?sync\(\d+<[^>]*casustafel\.sqlite-wal>\)\s+= 0/;
const RESUMED = /f(?:data)?sync resumed>\)\s+= 0/;

/** Counts what a process, in all its threads, has made the disk keep since `watch`. */
export class Syncs {
	readonly #file: string;

	constructor(file: string) {
		this.#file = file;
	}

	static async watch(pid: number): Promise<Syncs> {
		const file = join(temporaryFolder(), 'syncs.txt');
		const args = ['-f', '-y', '-e', 'trace=fsync,fdatasync', '-o', file, '-p', String(pid)];
		const strace = spawn(STRACE, args, { stdio: ['ignore', 'ignore', 'pipe'] });
		onTestFinished(() => void strace.kill());
		let said = '';
		strace.stderr.setEncoding('utf8');
		while (!said.includes('attached')) {
			if (strace.exitCode !== null) throw new Error(`strace did not start: ${said}`);
			const [text] = await Promise.race([once(strace.stderr, 'data'), once(strace, 'exit')]);
			said += String(text);
		}
		return new Syncs(file);
	}

	get count(): number {
		const lines = readFileSync(this.#file, 'utf8').split('\n');
		return lines.filter((line) => SYNC.test(line) || RESUMED.test(line)).length;
	}
}
