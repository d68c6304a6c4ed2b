import { onTestFinished } from 'vitest';
import { type Radicale, startRadicale } from './radicale-server.ts';

export { basic, type Radicale } from './radicale-server.ts';

/** A real Radicale, gone after the test. */
export async function radicale(): Promise<Radicale> {
	const server = await startRadicale();
	onTestFinished(() => server.remove());
	return server;
}
