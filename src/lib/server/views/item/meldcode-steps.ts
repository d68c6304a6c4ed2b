import type { AdviceView, MeldcodeStepsPart, TalkView } from '#lib/protocol/views/meldcode.ts';
import { isOverdue, newestVersions } from '#lib/domain/talk.ts';
import { knownRows } from '../../usecases/meldcode/walk.ts';
import type { ItemContext } from './context.ts';
import { expertisePart } from './meldcode/expertise.ts';
import { othersSteps, ownSteps } from './meldcode/own-steps.ts';
import { pressurePart } from './meldcode/pressure.ts';
import { worriesAt } from './meldcode/worries.ts';

/** The meldcode beside the Veilig Thuis step, as far as this viewer may know it (ME1, CK1). */
export async function meldcodeStepsPart(context: ItemContext): Promise<MeldcodeStepsPart> {
	const { store, caseId, known, viewer, runs, today } = context;
	const rows = await knownRows(store, caseId, known);
	const worries = await worriesAt(context);
	const names = await namesOf(context, [
		...rows.advices.map(({ askedBy }) => askedBy),
		...rows.talks.map(({ holderId }) => holderId)
	]);
	const organisations = new Map(
		(await store.people.organisations()).map((one) => [one.id, one.name])
	);
	const questions = await store.meldcode.questionsOf(viewer.organisation.id);
	return {
		own: await ownSteps(context, rows),
		suspicion: worries.suspicion || rows.marks.length > 0,
		others: await othersSteps(context, rows),
		questions: { framework: questions?.framework ?? '', words: questions?.words ?? {} },
		mayAskAdvice:
			viewer.organisation.kind !== 'veilig-thuis' &&
			context.participants.some((one) => one.personId === viewer.person.id),
		advices: rows.advices.map((each): AdviceView => ({
			id: each.id,
			childIds: each.childIds,
			organisation: organisations.get(each.organisationId) ?? '',
			askedBy: names.get(each.askedBy) ?? '',
			askedOn: each.askedOn,
			adviser: each.adviser,
			advice: each.advice,
			namedBecause: each.namedBecause
		})),
		straight: rows.marks.map(({ childId, kind, setBy }) => ({
			childId,
			kind,
			setBy: context.people.get(setBy)?.person.name ?? '',
			mayTakeBack: runs || setBy === viewer.person.id
		})),
		talks: newestVersions(rows.talks).map((each): TalkView => ({
			talkId: each.talkId,
			caregiverIds: each.caregiverIds,
			childIds: each.childIds,
			holder: { id: each.holderId, name: names.get(each.holderId) ?? '' },
			mine: each.holderId === viewer.person.id,
			on: each.on,
			helpFrom: each.helpFrom,
			sayFirst: each.sayFirst,
			status: each.status,
			outcome: each.outcome,
			overdue: isOverdue(each, today),
			revision: rows.talks.filter(({ talkId }) => talkId === each.talkId).length
		})),
		expertise: await expertisePart(context, worries.sectionA),
		pressure: await pressurePart(context, worries)
	};
}

async function namesOf({ store }: ItemContext, ids: readonly string[]) {
	const found = await store.people.findMany([...new Set(ids)]);
	return new Map(found.map(({ person }) => [person.id, person.name]));
}
