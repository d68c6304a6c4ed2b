import type { DossierContent } from '#lib/protocol/views/records.ts';
import { question } from '#lib/domain/instrument.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import { type OpenCaseItem, caseItem } from '../assessment/open-case-item.ts';
import { recordContent } from '../decisions/record-content.ts';

export interface AtDossier {
	at: OpenCaseItem;
	content: DossierContent;
	hash: string;
}

/**
 * What the actor's own organisation brought to an item and what was agreed there: for its own dossier,
 * under its own reference. What another organisation wrote or answered stays with that organisation.
 */
export async function dossierContent(
	work: Work,
	itemId: string
): Promise<Result<AtDossier, 'not-found'>> {
	const at = await caseItem(work, itemId);
	if (!at.ok) return at;
	const { store, actor } = work;
	const { item, meeting, table, family, caseId } = at.value;
	const own = await store.people.organisation(actor.organisationId);
	const record = await recordContent(work, item, meeting, table);
	if (!own || !record) return fail('not-found');
	const people = await store.people.ofOrganisation(own.id);
	const names = new Map(
		[...family.children, ...family.caregivers].map(({ id, firstName }) => [id, firstName])
	);
	const answers = (await store.assessment.standing(itemId))
		.filter((one) => one.organisationId === own.id && question(one.questionId))
		.map(({ subjectId, questionId, personId, value, source, observedOn }) => ({
			about: names.get(subjectId) ?? '',
			questionId,
			person: people.find(({ person }) => person.id === personId)?.person.name ?? '',
			value,
			source,
			observedOn
		}))
		.toSorted(
			(a, b) =>
				a.about.localeCompare(b.about) ||
				Number(a.questionId.slice(1)) - Number(b.questionId.slice(1))
		);
	const content: DossierContent = {
		organisation: own.name,
		reference: await store.cases.dossierReference(caseId, own.id),
		record: {
			...record,
			facts: record.facts.filter(
				({ organisation }) => organisation === own.name || organisation === ''
			),
			meldcode: record.meldcode.filter(({ organisation }) => organisation === own.name)
		},
		answers
	};
	return ok({ at: at.value, content, hash: work.hash(JSON.stringify(content)) });
}
