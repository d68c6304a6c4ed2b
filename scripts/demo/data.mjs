import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../bootstrap/processes.mjs';

/** Says that a folder holds demo data, complete, and since when. */
const MARK = '.demo';

/**
 * Fills the demo's data when there is none; what people did in an earlier demo is kept. Only a folder
 * that says itself that it is the demo's, or is empty, is ever emptied.
 * @param {string} folder
 * @param {{ fresh: boolean, fill: () => Promise<void>, today: string }} how
 * @returns {Promise<string | null>} the day the kept data were made, or null when they are new
 */
export async function fillWhenAbsent(folder, { fresh, fill, today }) {
	const mark = join(folder, MARK);
	const state = existsSync(mark) ? readFileSync(mark, 'utf8').trim() : 'none';
	const isForeign = state === 'none' && existsSync(folder) && readdirSync(folder).length > 0;
	if (isForeign)
		throw new CommandError(
			`${folder} holds files that are not the demo's, so nothing was changed there. ` +
				'Choose another folder: DATA_DIR=… npm run demo'
		);
	if (!fresh && state.startsWith('filled ')) return state.slice('filled '.length);

	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	// A demo that was stopped halfway is not mistaken for a whole one.
	writeFileSync(mark, 'filling');
	await fill();
	writeFileSync(mark, `filled ${today}`);
	return null;
}
