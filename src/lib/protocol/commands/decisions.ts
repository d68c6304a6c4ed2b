import * as v from 'valibot';
import { anId, optionalLine } from '../fields.ts';

/** Also as text, from a form. */
const version = v.pipe(
	v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number))]),
	v.integer(),
	v.minValue(1)
);

export const decisionCommands = {
	/** Confirms the exact text: version and hash as the sender saw them. */
	'decisions.ratify': v.object({
		itemId: anId,
		version,
		hash: v.pipe(v.string(), v.minLength(16), v.maxLength(64))
	}),
	/** The chair goes on without those who did not answer, after the meeting is closed. */
	'decisions.ratify-without-rest': v.object({ itemId: anId }),
	/** Is this version in the own organisation's dossier? Also as text, from a form. */
	'action-list.filed': v.object({
		itemId: anId,
		version,
		filed: v.union([
			v.boolean(),
			v.pipe(
				v.picklist(['yes', 'no']),
				v.transform((said) => said === 'yes')
			)
		]),
		reason: optionalLine(200)
	})
};
