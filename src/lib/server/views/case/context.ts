import type { AgendaItem } from '../../store/agenda.ts';
import type { Family } from '../../store/cases.ts';
import type { Colleague } from '../../store/people.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { Table } from '../../store/tables.ts';

/** What the page of a case is made from, for a viewer who may open it. */
export interface CaseContext {
	store: Repositories;
	viewer: Colleague;
	caseId: string;
	family: Family;
	table: Table;
	/** The items the viewer may open, oldest first; never empty. */
	own: { item: AgendaItem; startsAt: Date }[];
	/** What was recorded at one of these the viewer may know (CK1). */
	known: ReadonlySet<string>;
	/** Chair or deputy of the case's table. */
	runs: boolean;
	now: Date;
	today: string;
}
