import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { demoData } from './demo-data.ts';
import { freePort } from './free-port.ts';
import { closeVisits } from './visits.ts';

export interface ServerOptions {
	/** Starts as the demo, filled with its people and cases. */
	demo?: boolean;
	/** Default: a new folder, removed by `stop`. */
	dataDir?: string;
	/** More settings, such as PARTNER_INBOX_URL. */
	env?: Record<string, string>;
	/** Where people visit it, when that is not its own address. */
	publicUrl?: string;
}

export interface RunningServer {
	readonly url: string;
	readonly dataDir: string;
	/** Everything it has printed so far. */
	output(): string;
	/** Ends it and waits until it is gone; resolves to its exit code, or null when it was killed. */
	kill(signal?: NodeJS.Signals): Promise<number | null>;
	/** Starts it again on the same address and data (ends it first when it still runs). */
	restart(): Promise<void>;
	/** For after a test: ends it and removes the folder that was made for it. */
	stop(): Promise<void>;
}

/** Patience, not a measure. */
const STARTED_WITHIN_MS = 120_000;

/** Starts the built server as in production, as its own process on a free port, and waits until it is healthy. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
	const { demo = false, env = {} } = options;
	const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'casustafel-e2e-'));
	if (demo && !options.dataDir) cpSync(await demoData(env), dataDir, { recursive: true });
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const settings = {
		...process.env,
		NODE_ENV: 'production',
		LOG_LEVEL: 'warn',
		// Each file starts a server of its own: the code is compiled for the first.
		NODE_COMPILE_CACHE: join(tmpdir(), 'casustafel-compile-cache'),
		...(demo ? { DEMO: '1' } : {}),
		...env,
		HOST: '127.0.0.1',
		PORT: String(port),
		PUBLIC_URL: options.publicUrl ?? url,
		DATA_DIR: dataDir
	};
	let output = '';
	let child = await start();

	async function start(): Promise<ChildProcess> {
		const started = spawn(process.execPath, ['server.js'], {
			env: settings,
			stdio: ['ignore', 'pipe', 'pipe']
		});
		for (const stream of [started.stdout, started.stderr])
			stream.setEncoding('utf8').on('data', (text: string) => (output += text));
		// When the test run itself is ended, no server stays behind on its port.
		const end = () => void started.kill('SIGKILL');
		process.once('exit', end);
		started.once('exit', () => process.off('exit', end));
		await healthy(url, started, () => output);
		return started;
	}

	async function kill(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
		if (!hasEnded(child)) {
			const gone = once(child, 'exit');
			child.kill(signal);
			await gone;
		}
		return child.exitCode;
	}

	return {
		url,
		dataDir,
		output: () => output,
		kill,
		async restart() {
			await kill();
			child = await start();
		},
		async stop() {
			await closeVisits(url, settings.PUBLIC_URL);
			await kill('SIGKILL');
			if (!options.dataDir)
				rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
		}
	};
}

async function healthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
	const end = Date.now() + STARTED_WITHIN_MS;
	while (Date.now() < end) {
		if (hasEnded(child)) throw new Error(`The server ended at its start:\n${output()}`);
		if (await answers(`${url}/healthz`)) return;
		await pause(50);
	}
	child.kill('SIGKILL');
	throw new Error(`The server was not healthy in time:\n${output()}`);
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
	} catch {
		return false;
	}
}

function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}
