import type { ItemPerson } from '#lib/protocol/views.ts';
import { personRef } from '../person-ref.ts';
import type { ItemContext } from './context.ts';

/** Who is at the item: those invited to it, and who runs the table. */
export async function peoplePart(context: ItemContext): Promise<ItemPerson[]> {
	const { seats, participants, people } = context;
	return [...people.values()]
		.flatMap((colleague) => {
			const seat = seats.find((one) => one.personId === colleague.person.id);
			const part = participants.find((one) => one.personId === colleague.person.id);
			const runs = seat !== undefined && seat.role !== 'member';
			if (!runs && !part) return [];
			return [
				{
					...personRef(colleague),
					underMeldcode: colleague.organisation.underMeldcode,
					role: seat?.role ?? ('guest' as const),
					guest: !seat,
					runs,
					takesPart: part !== undefined,
					attendedAt: part?.attendedAt?.toISOString() ?? null,
					admittedAt: part?.admittedAt?.toISOString() ?? null,
					leftAt: part?.leftAt?.toISOString() ?? null
				}
			];
		})
		.toSorted((a, b) => Number(b.runs) - Number(a.runs) || a.name.localeCompare(b.name));
}
