import * as v from 'valibot';
import { FAMILY_ACTION_STATUSES } from '#lib/domain/escalation.ts';
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
	/** The mandate is a coordinator's: what he or she may decide, and to whom he or she escalates. */
	'role.accept': v.object({
		itemId: anId,
		role,
		mandate: optionalLine(300),
		escalatesTo: optionalLine(120)
	}),
	'role.set-mandate': v.object({
		itemId: anId,
		mandate: line(300),
		escalatesTo: line(120),
		expected
	}),
	'role.decline': v.object({ itemId: anId, role, reason: someText(300) }),
	'role.hand-back': v.object({ itemId: anId, role, reason: someText(300) }),
	/** Veilig Thuis itself: it received the report, and watches safety from now on. */
	'watch.confirm-receipt': v.object({ itemId: anId }),
	/** The same, said by who reported when nobody of Veilig Thuis is at the item. */
	'watch.record-receipt': v.object({ itemId: anId, on: aDay, name: line(80) }),
	'escalation.record': v.object({ itemId: anId, toWhom: line(120), reason: someText(500) }),
	'escalation.answer': v.object({
		itemId: anId,
		escalationId: anId,
		on: aDay,
		outcome: someText(500)
	}),
	/** What the family or its network does itself. */
	'family-action.add': v.object({
		itemId: anId,
		what: line(200),
		who: line(80),
		due: aDay,
		followedBy: anId
	}),
	'family-action.settle': v.object({
		itemId: anId,
		familyActionId: anId,
		status: v.picklist(FAMILY_ACTION_STATUSES),
		expected
	})
};
