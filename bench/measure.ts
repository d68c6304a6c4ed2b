import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientJob, FromClient } from './clients/process.ts';
import type { SeenFigures } from './clients/typing.ts';
import type { JoiningFigures, TypingFigures } from './figures.ts';
import { type Joining, type Pace, PER_DOCUMENT, type ServerName, type Typing } from './plan.ts';
import { prepare, ServerProcess, startClients } from './processes.ts';
import type { Prepared } from './prepare/rooms.ts';
import type { Usage } from './servers/serve.ts';

/** One server, one workload, once: prepared, started, measured, stopped. */
export async function measure(
	server: ServerName,
	workload: Typing | Joining,
	pace: Pace,
	profile?: string
): Promise<TypingFigures | JoiningFigures> {
	const folder = mkdtempSync(join(tmpdir(), 'bench-'));
	try {
		const prepared = await prepare(server, {
			folder,
			...(workload.kind === 'typing'
				? { documents: workload.documents, people: PER_DOCUMENT }
				: { documents: workload.times, people: 1, text: workload })
		});
		const running = new ServerProcess(server, profile);
		await running.start({ folder });
		try {
			return workload.kind === 'typing'
				? await typing(running, server, prepared, workload, pace)
				: await joining(running, server, prepared, workload);
		} finally {
			await running.stop();
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function typing(
	running: ServerProcess,
	server: ServerName,
	prepared: Prepared,
	workload: Typing,
	pace: Pace
): Promise<TypingFigures> {
	const idle = await running.memory();
	let opened = idle;
	let used: Usage | null = null;
	const seen = await ask<SeenFigures>(
		{ server, port: running.port, prepared, workload, pace },
		{
			opened: async () => void (opened = await running.memory()),
			begin: () => running.mark(),
			end: async () => void (used = await running.usage())
		}
	);
	if (!used) throw new Error('The clients did not say that they had ended');
	const { cpu, loop, peak }: Usage = used;
	const { delivered, seconds, bytes, ...latencies } = seen;
	return {
		...latencies,
		cpu: (cpu / delivered) * 1000,
		bytes: bytes / delivered,
		delivered,
		deliveredPerSecond: delivered / seconds,
		loop,
		memory: (peak - idle) / 2 ** 20,
		perDocument: (opened - idle) / workload.documents / 1024
	};
}

function joining(
	{ port }: ServerProcess,
	server: ServerName,
	prepared: Prepared,
	workload: Joining
): Promise<JoiningFigures> {
	return ask<JoiningFigures>({ server, port, prepared, workload });
}

type Moments = Partial<Record<'opened' | 'begin' | 'end', () => Promise<void>>>;

/** All clients in one process of their own; what happens at its moments is awaited only for `opened`. */
function ask<T>(job: ClientJob, moments: Moments = {}): Promise<T> {
	const clients = startClients();
	clients.send(job);
	return new Promise((resolve, reject) => {
		const moment = Promise.resolve();
		let last: Promise<unknown> = moment;
		clients.on('exit', (code) => code && reject(new Error(`The clients ended with ${code}`)));
		clients.on('message', (message: FromClient) => {
			if (message.said === 'result')
				return void last.then(() => resolve(message.result as T), reject);
			last = last.then(moments[message.said]);
			if (message.said === 'opened') void last.then(() => clients.send('go'));
		});
	});
}
