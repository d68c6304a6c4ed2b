import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks for a password without showing it; from a pipe it is the first line. */
export async function readPassword(): Promise<string> {
	const silence = new Writable({ write: (_piece, _encoding, done) => done() });
	const lines = createInterface({
		input: process.stdin,
		output: silence,
		terminal: process.stdin.isTTY
	});
	if (process.stdin.isTTY) process.stderr.write('Password (it is not shown): ');
	try {
		return await new Promise((resolve) => {
			lines.once('line', resolve);
			lines.once('close', () => resolve(''));
		});
	} finally {
		lines.close();
		if (process.stdin.isTTY) process.stderr.write('\n');
	}
}
