import * as v from 'valibot';
import { aDay, anId, expected, line, optionalLine, someText } from '../fields.ts';

const role = v.picklist(['coordinator', 'safety-watch']);

/** Who coordinates, who watches safety, and since when there is help. */
export const coordinationCommands = {
	'coordination.ask-family': v.object({
		itemId: anId,
		can: v.boolean(),
		who: optionalLine(80),
		wishes: optionalLine(500),
		expected
	}),
	'coordination.help-started': v.object({ itemId: anId, on: aDay, what: line(200), expected }),
	/** It turned out that it had not. */
	'coordination.help-not-started': v.object({ itemId: anId, expected }),
	'role.ask': v.object({
		itemId: anId,
		role,
		personId: anId,
		replacementId: v.optional(anId)
	}),
	'role.accept': v.object({ itemId: anId, role }),
	'role.decline': v.object({ itemId: anId, role, reason: someText(300) }),
	'role.hand-back': v.object({ itemId: anId, role, reason: someText(300) })
};
