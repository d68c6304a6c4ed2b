import type { ItemPerson, JudgementView } from '#lib/protocol/views.ts';

/**
 * Whose judgement is awaited: who is at the live item now; beforehand, everyone invited. Only the fact
 * that one was given is known, never what.
 */
export function stillToJudge(
	people: readonly ItemPerson[],
	submittedBy: readonly string[],
	live: boolean
): ItemPerson[] {
	const asked = people.filter((each) => each.takesPart);
	const present = asked.filter((each) => each.attendedAt !== null && each.leftAt === null);
	return (live ? present : asked).filter((each) => !submittedBy.includes(each.id));
}

/** In the order of the people at the table, so that nothing in the order tells who was first or lowest. */
export function inTableOrder(
	judgements: readonly JudgementView[],
	people: readonly ItemPerson[]
): JudgementView[] {
	const place = new Map(people.map((each, index) => [each.id, index]));
	const at = (each: JudgementView) => place.get(each.personId) ?? people.length;
	return judgements.toSorted((a, b) => at(a) - at(b) || a.personId.localeCompare(b.personId));
}
