import type { HandoverPoint } from '#lib/domain/handover.ts';
import type { ExtractLine, MoveStatus } from '#lib/domain/moving.ts';
import { id, index, json, moment, primaryKey, string, table } from '../columns.ts';
import { cases } from './cases.ts';
import { tables } from './tables.ts';

/**
 * A case that goes to another table. The only row that knows both sides; each side is shown its own half
 * (MV9). Names and extract are as they were when it was moved, and never change.
 */
export const caseMoves = table(
	'case_moves',
	{
		id: id().primaryKey(),
		fromCaseId: id('from_case_id')
			.notNull()
			.references(() => cases.id),
		/** The item at which it was decided (CK1). */
		fromItemId: id('from_item_id').notNull(),
		fromTableName: string('from_table_name').notNull(),
		toTableId: id('to_table_id')
			.notNull()
			.references(() => tables.id),
		toTableName: string('to_table_name').notNull(),
		/** "Waarom naar deze tafel?": becomes the question there. */
		reason: string('reason').notNull(),
		lines: json<ExtractLine[]>('lines').notNull(),
		movedBy: id('moved_by').notNull(),
		movedAt: moment('moved_at').notNull(),
		status: string('status').$type<MoveStatus>().notNull(),
		answeredBy: id('answered_by'),
		answeredAt: moment('answered_at'),
		/** Of giving back. */
		returnReason: string('return_reason'),
		/** Once received. */
		newCaseId: id('new_case_id').references(() => cases.id)
	},
	(t) => [
		index('case_moves_from').on(t.fromCaseId),
		index('case_moves_to').on(t.toTableId),
		index('case_moves_new').on(t.newCaseId)
	]
);

export type HandoverSide = 'given' | 'taken';

/** Which points of the handover each side has confirmed (HO1). */
export const moveConfirmations = table(
	'move_confirmations',
	{
		moveId: id('move_id')
			.notNull()
			.references(() => caseMoves.id),
		side: string('side').$type<HandoverSide>().notNull(),
		point: string('point').$type<HandoverPoint>().notNull(),
		personId: id('person_id').notNull(),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.moveId, t.side, t.point] })]
);
