import type { UrgentChoice } from '#lib/protocol/views/case.ts';
import type { CaseContext } from './context.ts';

/**
 * Whom a member of the table can call to an urgent meeting on this case: who sits there, and who was at the
 * newest item the viewer takes part in. Asked by default are the latter, and Veilig Thuis where it has a seat.
 */
export async function urgentChoice(context: CaseContext): Promise<UrgentChoice | null> {
	const { store, family, table, own, viewer } = context;
	const seats = await store.tables.seats(table.id);
	const seated = seats.some((seat) => seat.personId === viewer.person.id);
	const newest = own.at(-1)?.item;
	if (!seated || !newest || family.case.closedAt) return null;
	const last = (await store.agenda.participants(newest.id)).map(({ personId }) => personId);
	const ids = [...new Set([...last, ...seats.map(({ personId }) => personId)])];
	const people = (await store.people.findMany(ids)).filter(
		({ person }) => !person.disabledAt && person.id !== viewer.person.id
	);
	return {
		people: people
			.map(({ person, organisation }) => ({
				id: person.id,
				label: `${person.name}, ${person.function} (${organisation.name})`,
				asked: last.includes(person.id) || organisation.kind === 'veilig-thuis'
			}))
			.toSorted((a, b) => Number(b.asked) - Number(a.asked) || a.label.localeCompare(b.label))
	};
}
