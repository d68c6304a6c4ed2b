import type { AgendaItem, ItemParticipant } from '../../store/agenda.ts';
import type { Family } from '../../store/cases.ts';
import type { Colleague } from '../../store/people.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { Meeting, Seat, Table } from '../../store/tables.ts';

/** What every part of an item's view is made from, for one viewer who may see the item. */
export interface ItemContext {
	store: Repositories;
	viewer: Colleague;
	item: AgendaItem;
	caseId: string;
	meeting: Meeting;
	table: Table;
	family: Family;
	/** The table's seats. */
	seats: Seat[];
	/** Who takes part in the item now. */
	participants: ItemParticipant[];
	/** Participants, chair and deputy, by person id. */
	people: Map<string, Colleague>;
	/** What was recorded of the case at one of these the viewer may know (CK1). */
	known: ReadonlySet<string>;
	/** The viewer is chair or deputy. */
	runs: boolean;
	now: Date;
	today: string;
}

/** Why this viewer may read the item, for the access log: the deputy is not the chair (NEN 7513). */
export function groundIn({ seats, viewer, runs }: ItemContext): string {
	const seat = seats.find((one) => one.personId === viewer.person.id);
	return runs && seat ? seat.role : 'participant';
}
