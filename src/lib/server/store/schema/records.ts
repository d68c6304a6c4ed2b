import type { CopySection } from '#lib/domain/family-copy.ts';
import { count, flag, id, index, json, moment, primaryKey, string, table } from '../columns.ts';
import { agendaItems } from './tables.ts';

/** An organisation's part of an item as it was taken to its own dossier: fixed, by version. */
export const dossierExports = table(
	'dossier_exports',
	{
		itemId: id('item_id')
			.notNull()
			.references(() => agendaItems.id),
		organisationId: id('organisation_id').notNull(),
		version: count('version').notNull(),
		/** SHA-256 of the content: the same content again is the same version. The content itself is not kept twice. */
		hash: string('hash').notNull(),
		madeBy: id('made_by').notNull(),
		madeAt: moment('made_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.itemId, t.organisationId, t.version] })]
);

/** A copy in plain language for one family member: exactly what was handed out. */
export const familyCopies = table(
	'family_copies',
	{
		id: id().primaryKey(),
		itemId: id('item_id')
			.notNull()
			.references(() => agendaItems.id),
		subjectId: id('subject_id').notNull(),
		version: count('version').notNull(),
		lines: json<{ section: CopySection; text: string }[]>('lines').notNull(),
		/** Something was left out; what, is not kept here. */
		incomplete: flag('incomplete').notNull(),
		madeBy: id('made_by').notNull(),
		madeAt: moment('made_at').notNull()
	},
	(t) => [index('family_copies_item').on(t.itemId)]
);
