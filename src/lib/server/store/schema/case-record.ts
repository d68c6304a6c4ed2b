import { id, moment } from '../columns.ts';
import { cases } from './cases.ts';
import { agendaItems } from './tables.ts';

/** What is recorded of a case is recorded at one of its items: only who knows that item knows it (CK1). */
export const caseRecord = () => ({
	id: id().primaryKey(),
	caseId: id('case_id')
		.notNull()
		.references(() => cases.id),
	itemId: id('item_id')
		.notNull()
		.references(() => agendaItems.id),
	createdBy: id('created_by').notNull(),
	createdAt: moment('created_at').notNull()
});
