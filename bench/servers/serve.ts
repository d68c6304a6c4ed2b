import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a server is asked to serve. */
export interface ServerJob {
	folder: string;
}

export interface Usage {
	/** Milliseconds of processor time since the mark. */
	cpu: number;
	loop: { p99: number; max: number };
	/** Highest resident memory since the mark, bytes. */
	peak: number;
}

export type ToServer =
	| { ask: 'start'; job: ServerJob }
	| { ask: 'memory' }
	| { ask: 'mark' }
	| { ask: 'usage' }
	| { ask: 'stop' };

const RESOLUTION = 5;

/** Runs one server in this process, told what to do by its parent. */
export function serve(start: (job: ServerJob) => Promise<{ port: number; stop(): Promise<void> }>) {
	const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
	let before = process.cpuUsage();
	let peak = 0;
	let stop = async () => {};
	const watch = () => (peak = Math.max(peak, process.memoryUsage.rss()));

	const answers = {
		start: async (job: ServerJob) => {
			const running = await start(job);
			({ stop } = running);
			return running.port;
		},
		memory: async () => {
			for (let times = 0; times < 3; times++) {
				globalThis.gc?.();
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
			return process.memoryUsage.rss();
		},
		mark: () => {
			peak = 0;
			delay.enable();
			delay.reset();
			setInterval(watch, 250).unref();
			before = process.cpuUsage();
		},
		usage: (): Usage => {
			const { user, system } = process.cpuUsage(before);
			watch();
			const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
			const loop = { p99: late(delay.percentile(99)), max: late(delay.max) };
			return { cpu: (user + system) / 1000, loop, peak };
		}
	};

	process.on('message', async (message: ToServer) => {
		if (message.ask === 'stop') {
			await stop();
			process.exit(0);
		}
		const answer = message.ask === 'start' ? answers.start(message.job) : answers[message.ask]();
		process.send?.((await answer) ?? null);
	});
	process.on('disconnect', () => process.exit(1));
}
