/** What someone is at a table; null for who has no seat there. */
export type TableRole = 'chair' | 'deputy' | 'member';

/**
 * Whether someone may open an agenda item. A case item: those invited to it, and who runs the table;
 * not the other members, and no administrator. A general item: the members of the table, no guests.
 */
export function mayOpenItem(viewer: {
	role: TableRole | null;
	isParticipant: boolean;
	kind?: 'case' | 'general';
}): boolean {
	if (viewer.kind === 'general') return viewer.role !== null;
	return viewer.isParticipant || mayRun(viewer.role);
}

/** Whether someone may run the meeting: order, set live, admit, conclude, reveal, close. */
export function mayRun(role: TableRole | null): boolean {
	return role === 'chair' || role === 'deputy';
}
