import type { Joining, ServerName, Typing } from '../plan.ts';
import type { Prepared } from '../prepare/rooms.ts';
import { join } from './joining.ts';
import { type TypingPace, type } from './typing.ts';

export type ClientJob = { server: ServerName; port: number; prepared: Prepared } & (
	{ workload: Typing; pace: TypingPace } | { workload: Joining }
);

export type FromClient = { said: 'opened' | 'begin' | 'end' } | { said: 'result'; result: object };

const say = (message: FromClient) =>
	new Promise<void>((resolve) => process.send?.(message, () => resolve()));

process.on('message', async (job: ClientJob | 'go') => {
	if (job === 'go') return;
	const go = () =>
		new Promise<void>((resolve) => {
			process.on('message', (message) => message === 'go' && resolve());
		});
	const result = 'pace' in job ? await type(job, say, go) : await join(job);
	await say({ said: 'result', result });
	process.exit(0);
});
process.on('disconnect', () => process.exit(1));
