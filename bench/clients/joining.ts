import * as Y from 'yjs';
import type { JoiningFigures } from '../figures.ts';
import { median } from '../statistics.ts';
import { PARTICIPANTS } from './all.ts';
import type { ClientJob } from './process.ts';

/** One person after another opens a document that nobody has open. */
export async function join({ server, port, prepared }: ClientJob): Promise<JoiningFigures> {
	const joins: number[] = [];
	const opens: number[] = [];
	const bytes: number[] = [];
	for (const room of prepared.rooms) {
		const start = performance.now();
		const participant = new PARTICIPANTS[server]({ port, room, number: 0 });
		await participant.ready();
		const before = participant.bytes;
		const asked = performance.now();
		const { state } = await participant.open();
		const now = performance.now();
		joins.push(now - start);
		opens.push(now - asked);
		bytes.push((participant.bytes - before) / prepared.stateSize);
		const doc = new Y.Doc();
		Y.applyUpdate(doc, state);
		if (doc.getText('common').length === 0) throw new Error('The document came without its text');
		participant.close();
	}
	return { join: median(joins), open: median(opens), bytes: median(bytes) };
}
