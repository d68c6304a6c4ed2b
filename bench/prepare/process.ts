import type { ServerName } from '../plan.ts';
import { fillCasustafel } from './casustafel.ts';
import { fillHocuspocus } from './hocuspocus.ts';
import { longText } from './long-text.ts';
import { documentName, type FillStore, type Prepared, type PrepareJob } from './rooms.ts';

const FILL: Partial<Record<ServerName, FillStore>> = {
	casustafel: fillCasustafel,
	hocuspocus: fillHocuspocus
};

/** Its own process: what making the data costs must not be in the server's memory. */
process.on('message', async ({ server, job }: { server: ServerName; job: PrepareJob }) => {
	const text = job.text ? longText(job.text.edits, job.text.tail) : null;
	const rooms = Array.from({ length: job.documents }, (_, number) => ({
		documentId: documentName(number),
		cookies: Array.from({ length: job.people }, () => '')
	}));
	await FILL[server]?.(job.folder, rooms, text);
	const prepared: Prepared = { rooms, stateSize: text?.state.byteLength ?? 0 };
	process.send?.(prepared, () => process.exit(0));
});
