import { has, whomToAsk } from '#lib/domain/expertise.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Colleague } from '../../store/people.ts';
import type { UseCase } from '../../work.ts';
import { invite } from '../agenda/invite.ts';
import { atCaseItem } from '../at-item.ts';

/** As the rules know a colleague. */
export const professional = ({ person, organisation }: Colleague) => ({
	id: person.id,
	name: person.name,
	function: person.function,
	organisationKind: organisation.kind
});

/** Asks someone with this expertise to this one item, in one click (R15, R17). */
export const inviteExpertise: UseCase<CheckedInput<'expertise.invite'>> = async (work, input) => {
	const at = await atCaseItem(work, input.itemId);
	if (!at.ok) return at;
	const { item, table, runs } = at.value;
	const { store, actor } = work;
	if (!runs && item.presenterId !== actor.personId) return fail('presenter-only');
	const participants = await store.agenda.participants(item.id);
	const here = await store.people.findMany(participants.map((one) => one.personId));
	if (here.some((one) => has(input.expertise, professional(one)))) return ok();
	const active = (await store.people.active()).map(professional);
	const seats = await store.tables.seats(table.id);
	const seated = new Set(seats.map((seat) => seat.personId));
	const asked = whomToAsk(input.expertise, active, seated);
	if (!asked) return fail('nobody-known');
	return invite(work, { itemId: item.id, personId: asked.id });
};
