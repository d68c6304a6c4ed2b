import type { OpenQuestion } from '#lib/domain/answer.ts';
import type { ActionView, ItemPerson } from '#lib/protocol/views.ts';

/** An open question that starts with the number of the question it is about. */
const ABOUT = /^([A-E]\d{1,2}): /;

/** What F28 says about a blind spot: its number and its words, so that the list shows it is asked. */
export function questionAbout(questionId: string, words: string): string {
	return `${questionId}: ${words}`.slice(0, 200);
}

/**
 * The action an open question becomes. Its title leaves the system, so the instrument's words about
 * danger, injury or addiction do not: the number is enough for who was at the item.
 */
export function actionTitle(question: string, findOut: (id: string) => string): string {
	const about = ABOUT.exec(question)?.[1];
	return about ? findOut(about) : question;
}

export function hasAction(
	actions: readonly Pick<ActionView, 'title' | 'due' | 'status'>[],
	asked: OpenQuestion,
	findOut: (id: string) => string
): boolean {
	const title = actionTitle(asked.question, findOut);
	return actions.some(
		(each) => each.title === title && each.due === asked.before && each.status !== 'withdrawn'
	);
}

export interface PossibleOwner {
	value: string;
	label: string;
	owner: { ownerOrganisationId: string; ownerPersonId?: string };
}

/** Who can find something out: each person at the item, and each of their organisations. */
export function ownersOf(people: readonly ItemPerson[]): PossibleOwner[] {
	const organisations = new Map(people.map((each) => [each.organisationId, each.organisation]));
	return [
		...people.map((each) => ({
			value: each.id,
			label: `${each.name} (${each.organisation})`,
			owner: { ownerOrganisationId: each.organisationId, ownerPersonId: each.id }
		})),
		...[...organisations].map(([id, name]) => ({
			value: id,
			label: name,
			owner: { ownerOrganisationId: id }
		}))
	];
}
