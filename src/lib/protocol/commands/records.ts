import * as v from 'valibot';
import { anId } from '../fields.ts';

const aHash = v.pipe(v.string(), v.minLength(16), v.maxLength(64));

/** What is given of an item to an organisation's own dossier and to the family. */
export const recordCommands = {
	'dossier.fix': v.object({ itemId: anId, basis: aHash }),
	'family-copy.fix': v.object({
		itemId: anId,
		subjectId: anId,
		/** The lines that go into it, as the maker saw them. */
		lines: v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.minLength(1), v.maxLength(400)),
		basis: aHash
	})
};
