import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { ServerName } from './plan.ts';
import type { Prepared, PrepareJob } from './prepare/rooms.ts';
import type { ServerJob, ToServer, Usage } from './servers/serve.ts';

const here = (file: string) => join(import.meta.dirname, file);

function start(file: string, flags: string[] = []): ChildProcess {
	const child = fork(here(file), {
		execArgv: [...flags, '--disable-warning=ExperimentalWarning'],
		serialization: 'advanced',
		env: { ...process.env, NODE_ENV: 'production' }
	});
	child.on('exit', (code) => {
		if (code !== 0 && code !== null) throw new Error(`${file} ended with ${code}`);
	});
	return child;
}

const answer = <T>(child: ChildProcess) =>
	new Promise<T>((resolve) => child.once('message', (message) => resolve(message as T)));

export async function prepare(server: ServerName, job: PrepareJob): Promise<Prepared> {
	const child = start('prepare/process.ts');
	child.send({ server, job });
	return answer<Prepared>(child);
}

/** A server in its own process. */
export class ServerProcess {
	readonly #child: ChildProcess;
	port = 0;

	/** `profile`: a folder for what the processor did, for Chromium's developer tools. */
	constructor(server: ServerName, profile?: string) {
		this.#child = start(`servers/${server}.ts`, [
			'--expose-gc',
			...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])
		]);
	}

	async start(job: ServerJob): Promise<void> {
		this.port = await this.#ask<number>({ ask: 'start', job });
	}

	/** Resident bytes after garbage collection. */
	memory(): Promise<number> {
		return this.#ask<number>({ ask: 'memory' });
	}

	async mark(): Promise<void> {
		await this.#ask({ ask: 'mark' });
	}

	usage(): Promise<Usage> {
		return this.#ask<Usage>({ ask: 'usage' });
	}

	async stop(): Promise<void> {
		const ended = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()));
		this.#child.send({ ask: 'stop' } satisfies ToServer);
		const hurry = setTimeout(() => this.#child.kill('SIGKILL'), 3_000);
		await ended;
		clearTimeout(hurry);
	}

	#ask<T>(message: ToServer): Promise<T> {
		this.#child.send(message);
		return answer<T>(this.#child);
	}
}

export const startClients = () => start('clients/process.ts');
