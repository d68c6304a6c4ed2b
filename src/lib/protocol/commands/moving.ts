import { HANDOVER_POINTS } from '#lib/domain/handover.ts';
import * as v from 'valibot';
import { anId, someText } from '../fields.ts';

/** A line of the extract by its key, and a mark of the words the mover saw (MV4). */
const chosenLine = v.object({
	key: v.pipe(v.string(), v.maxLength(160)),
	hash: v.pipe(v.string(), v.regex(/^[\w-]{43}$/))
});

/** From one table to another: as a new case, with a chosen extract and a warm handover. */
export const movingCommands = {
	'case.move': v.object({
		itemId: anId,
		tableId: anId,
		reason: someText(500),
		lines: v.pipe(v.array(chosenLine), v.minLength(1), v.maxLength(200))
	}),
	'move.take-back': v.object({ itemId: anId, moveId: anId }),
	'move.receive': v.object({
		moveId: anId,
		meetingId: anId,
		inviteTable: v.boolean(),
		inviteMover: v.boolean()
	}),
	'move.return': v.object({ moveId: anId, reason: someText(300) }),
	/** At an item of the old case for who gives, of the new case for who takes. */
	'move.confirm': v.object({
		itemId: anId,
		moveId: anId,
		point: v.picklist(HANDOVER_POINTS),
		done: v.boolean()
	})
};
