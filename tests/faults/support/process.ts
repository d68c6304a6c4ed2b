import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { freePort } from '../../e2e/support/free-port.ts';
import { FULL } from './form.ts';

const STARTED_WITHIN_MS = 60_000;
/** When the test run is killed outright, no server stays behind. */
const TIED = ['--import', './scripts/end-with-parent.mjs'];
const FROM_SOURCE = [
	'--expose-gc',
	'--experimental-strip-types',
	'--disable-warning=ExperimentalWarning',
	join(import.meta.dirname, 'serve.ts')
];

export interface Figures {
	/** Bytes in use after garbage collection. */
	heap: number;
	handles: number;
	/** Connections that are open. */
	tabs: number;
	/** Event-loop delay since the last time it was asked, in milliseconds. */
	loop: { p99: number; max: number };
}

/** A server as a process of its own on a real port, that can be killed and started again. */
export class ServerProcess {
	readonly url: string;
	readonly #env: NodeJS.ProcessEnv;
	readonly #built: boolean;
	#child: ChildProcess | null = null;
	#output = '';

	constructor(dataDir: string, port: number, built: boolean) {
		this.#built = built;
		this.url = `http://127.0.0.1:${port}`;
		const { FORCE_COLOR: _, NODE_OPTIONS: __, ...env } = process.env;
		this.#env = {
			...env,
			LOG_LEVEL: 'error',
			HOST: '127.0.0.1',
			PORT: String(port),
			PUBLIC_URL: this.url,
			DATA_DIR: dataDir,
			// Reading the sources is most of a start.
			NODE_COMPILE_CACHE: join(tmpdir(), 'casustafel-compile-cache')
		};
		const end = () => void this.#child?.kill('SIGKILL');
		process.once('exit', end);
		onTestFinished(async () => {
			await this.kill();
			process.off('exit', end);
		});
	}

	/** Milliseconds from starting the process until it answers. */
	async start(): Promise<number> {
		const began = performance.now();
		const child = this.launch();
		this.#child = child;
		while (performance.now() - began < STARTED_WITHIN_MS) {
			if (hasEnded(child)) throw new Error(`The server ended at its start:\n${this.#output}`);
			if ((await this.#status()) === 200) return performance.now() - began;
			await pause(10);
		}
		throw new Error(`The server was not there in time:\n${this.#output}`);
	}

	/** Starts one more on the same data, without waiting for it. */
	launch(): ChildProcess {
		const program = this.#built ? ['server.js'] : FROM_SOURCE;
		const child = spawn(process.execPath, [...TIED, ...program], {
			env: this.#env,
			stdio: ['ignore', 'pipe', 'pipe', 'ipc']
		});
		for (const stream of [child.stdout, child.stderr])
			stream?.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
		return child;
	}

	get output(): string {
		return this.#output;
	}

	get env(): NodeJS.ProcessEnv {
		return this.#env;
	}

	get pid(): number {
		return this.#child?.pid ?? -1;
	}

	async healthy(): Promise<boolean> {
		return (await this.#status()) === 200;
	}

	async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
		const child = this.#child;
		if (!child || hasEnded(child)) return;
		const gone = once(child, 'exit');
		child.kill(signal);
		await gone;
	}

	async figures(): Promise<Figures> {
		return (await (await fetch(`${this.url}/figures`)).json()) as Figures;
	}

	async #status(): Promise<number> {
		try {
			const reply = await fetch(`${this.url}/healthz`, { signal: AbortSignal.timeout(2000) });
			await reply.arrayBuffer();
			return reply.status;
		} catch {
			return 0;
		}
	}
}

function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}

/** `asShipped`: the built server, where there is one that was built for this; it tells no figures. */
export async function serverOn(
	dataDir: string,
	{ asShipped = false } = {}
): Promise<ServerProcess> {
	return new ServerProcess(dataDir, await freePort(), asShipped && FULL);
}
