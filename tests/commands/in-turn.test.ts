import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inTurn } from '../../scripts/bootstrap/in-turn.mjs';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'in-turn-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('two commands at once in one folder', () => {
	test('install one after the other', async () => {
		const order: string[] = [];
		const firstMayEnd = Promise.withResolvers<void>();
		const first = inTurn(folder, 'install', async () => {
			order.push('first begins');
			await firstMayEnd.promise;
			order.push('first ends');
		});
		const second = inTurn(folder, 'install', async () => {
			order.push('second');
		});
		const other = inTurn(folder, 'build', async () => {
			order.push('another kind of work');
		});
		await other;
		firstMayEnd.resolve();
		await Promise.all([first, second]);
		expect(order).toEqual(['first begins', 'another kind of work', 'first ends', 'second']);
	});

	test('a turn is given back when the work fails', async () => {
		const failing = inTurn(folder, 'build', () => Promise.reject(new Error('no room')));
		await expect(failing).rejects.toThrow('no room');
		expect(existsSync(join(folder, '.svelte-kit', 'build.turn'))).toBe(false);
	});

	test('the turn of a command that was killed is taken over', async () => {
		const gone = spawnSync(process.execPath, ['-e', '']).pid;
		mkdirSync(join(folder, '.svelte-kit'));
		writeFileSync(join(folder, '.svelte-kit', 'build.turn'), String(gone));
		let ran = false;
		await inTurn(folder, 'build', async () => {
			ran = true;
		});
		expect(ran).toBe(true);
	});
});
