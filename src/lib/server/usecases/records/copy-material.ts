import { countsOf } from '#lib/domain/assessment.ts';
import type { RoleStanding } from '#lib/domain/coordination.ts';
import type { CopyMaterial } from '#lib/domain/family-copy.ts';
import { QUESTIONS } from '#lib/domain/instrument.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { StoredTerm } from '../../store/coordination.ts';
import type { Work } from '../../work.ts';
import { caseItem, type OpenCaseItem } from '../assessment/open-case-item.ts';
import { chosen, said } from '../assessment/standing.ts';
import { roleOf } from '../coordination/role-of.ts';
import { knownToActor } from '../known-items.ts';
import { agreedActions } from '../decisions/refresh-decisions.ts';
import { recordContent } from '../decisions/record-content.ts';

export interface AtCopy {
	at: OpenCaseItem;
	material: CopyMaterial;
	day: string;
}

/** What a copy for the family is made from; for who runs the table and who coordinates the case. */
export async function copyMaterial(
	work: Work,
	itemId: string
): Promise<Result<AtCopy, 'not-found' | 'chair-or-coordinator'>> {
	const at = await caseItem(work, itemId);
	if (!at.ok) return at;
	const { store, actor } = work;
	const { item, meeting, table, family, caseId, runs } = at.value;
	const coordinator = await roleOf(store, caseId, 'coordinator');
	const watch = await roleOf(store, caseId, 'safety-watch');
	if (!runs && coordinator.holder?.personId !== actor.personId) return fail('chair-or-coordinator');
	const record = await recordContent(work, item, meeting, table);
	if (!record) return fail('not-found');
	const contact = async ({ holder }: RoleStanding<StoredTerm>) => {
		if (holder?.outsideName) return { name: holder.outsideName, organisation: '', phone: '' };
		const found = holder?.personId ? await store.people.find(holder.personId) : null;
		return (
			found && {
				name: found.person.name,
				organisation: found.organisation.name,
				phone: found.person.phone
			}
		);
	};
	const { known } = await knownToActor(work, caseId);
	const stored = await agreedActions(store, itemId);
	return ok({
		at: at.value,
		day: record.day,
		material: {
			reason: record.reason,
			news: record.news,
			children: family.children,
			caregivers: family.caregivers,
			attendees: record.attendees,
			judgements: record.judgements.map((one) => ({
				...one,
				childId: family.children.find(({ firstName }) => firstName === one.firstName)?.id ?? ''
			})),
			...(await spoken(work, at.value)),
			actions: stored
				.map(({ id, title, agreedOwner, due }) => ({ id, title, owner: agreedOwner, due }))
				.toSorted((a, b) => a.due.localeCompare(b.due)),
			coordinator: await contact(coordinator),
			safetyWatch: await contact(watch),
			signallers: (await store.signals.ofCase(caseId))
				.filter(({ itemId }) => known.has(itemId))
				.flatMap(({ signallerName, signallerOrganisation }) => [
					signallerName,
					signallerOrganisation
				])
				.filter(Boolean)
		}
	});
}

/** What child and adults said, and what counts about each adult as seen or suspected. */
async function spoken(
	{ store }: Work,
	{ item, childIds, adultIds }: OpenCaseItem
): Promise<Pick<CopyMaterial, 'childSays' | 'adultSays' | 'aboutAdults'>> {
	const answers = said(await store.assessment.standing(item.id));
	const table = chosen(await store.assessment.tableAnswers(item.id));
	const asked = QUESTIONS.filter(({ section, scale }) => section === 'C' && scale);
	return {
		childSays: answers.flatMap(({ questionId, subjectId, value }) =>
			questionId === 'G29' && value.kind === 'text' && childIds.includes(subjectId)
				? [{ childId: subjectId, text: value.text }]
				: []
		),
		adultSays: answers.flatMap(({ questionId, subjectId, value }) =>
			questionId === 'G30' && value.kind === 'choice'
				? [{ adultId: subjectId, choice: value.choice }]
				: []
		),
		aboutAdults: adultIds.flatMap((adultId) =>
			countsOf('C', adultId, answers, table).flatMap((choice, at) => {
				const questionId = asked[at]?.id;
				return questionId && (choice === 'observed' || choice === 'suspected')
					? [{ adultId, questionId, choice }]
					: [];
			})
		)
	};
}
