import { type App, openApp } from '#lib/server/app.ts';
import { execute } from '#lib/server/execute.ts';
import { readSettings } from '#lib/server/settings.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import type { Actor } from '#lib/server/work.ts';
import type { Result } from '#lib/domain/result.ts';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
import { DATABASE_FILE } from './prepared.ts';
import { TestClock, TUESDAY_MORNING } from './test-clock.ts';

export { TestClock, TUESDAY_MORNING };

export interface TestApp extends App {
	readonly clock: TestClock;
	readonly dataDir: string;
}

export interface TestAppOptions {
	/** A folder to keep, to open the same data again; a fresh one is made and removed otherwise. */
	dataDir?: string;
	clock?: TestClock;
	env?: Record<string, string>;
	/** Close it yourself (a test of stopping and starting again). */
	keepOpen?: boolean;
}

/** The real app on a real database file, with a clock that the test moves. */
export function testApp({ dataDir, clock, env, keepOpen }: TestAppOptions = {}): TestApp {
	const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'casustafel-'));
	if (!dataDir) copyFileSync(inject('prepared').empty, join(folder, DATABASE_FILE));
	const settings = readSettings({ DATA_DIR: folder, LOG_LEVEL: 'silent', ...env });
	const time = clock ?? new TestClock();
	const app = openApp(settings, { clock: time });
	const made = Object.assign(app, { clock: time, dataDir: folder });
	if (!keepOpen) onTestFinished(() => (dataDir ? app.close() : discard(made)));
	return made;
}

/** Closes an app that was kept open, and removes its folder. */
export async function discard(app: TestApp): Promise<void> {
	await app.close();
	// The writer thread lets go of its files a moment later.
	rmSync(app.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/**
 * One world for all tests of a file or a `describe`: where everything is refused, and each test looks that
 * nothing changed.
 */
export function once<At extends { app: TestApp }>(
	make: (options: TestAppOptions) => Promise<At>
): () => At {
	let at: At | null = null;
	beforeAll(async () => {
		at = await make({ keepOpen: true });
	});
	afterAll(async () => {
		if (at) await discard(at.app);
	});
	return () => {
		if (!at) throw new Error('asked for before it was made');
		return at;
	};
}

/** Runs a command as someone would from the screen. */
export function run(
	app: App,
	actor: Actor,
	name: string,
	input: unknown,
	id: string = randomUUID()
): Promise<Result<unknown>> {
	return execute(app, actor, { id, name, input });
}

/** Runs a command that must succeed, and gives its value. */
export async function done<T = void>(
	app: App,
	actor: Actor,
	name: string,
	input: unknown
): Promise<T> {
	const outcome = await run(app, actor, name, input);
	if (!outcome.ok)
		throw new Error(
			`${name} was refused: ${outcome.error} ${JSON.stringify(outcome.detail ?? '')}`
		);
	return outcome.value as T;
}

/** What is committed, for looking at what a test did. */
export function stored(app: App) {
	return repositories(app.database.reader);
}
