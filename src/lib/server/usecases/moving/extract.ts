import { groundsRoot, worriesRoot } from '#lib/document/roots.ts';
import { blindSpots } from '#lib/domain/assessment.ts';
import type { CaseRole } from '#lib/domain/coordination.ts';
import type { ExtractLine, OfferedLine } from '#lib/domain/moving.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { JointJudgement } from '../../store/judgements.ts';
import { roleOf } from '../coordination/role-of.ts';
import type { Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { chosen, said } from '../assessment/standing.ts';
import { knownItems } from './known-items.ts';

/**
 * All that can go along to another table, as it stands now, line by line (MV3). Nothing is in it that the
 * mover does not know of the case (CK1).
 */
export async function extractOf(work: Work, at: OpenCaseItem): Promise<OfferedLine[]> {
	const items = await knownItems(work, at);
	return [
		...familyLines(at),
		line('question', 'question', at.item.reason),
		line('news', 'news', at.item.news),
		...(await judgementLines(work, at, items)),
		await roleLine(work, at, 'watch', 'safety-watch'),
		await roleLine(work, at, 'coordinator', 'coordinator'),
		...(await textLines(work, at)),
		...(await blindSpotLines(work, at)),
		...(await actionLines(work, items))
	].filter(({ kind, text }) => text !== '' || kind !== 'news');
}

function line(
	kind: OfferedLine['kind'],
	key: string,
	text: string,
	more: Partial<Pick<OfferedLine, 'about' | 'facts' | 'of'>> = {}
): OfferedLine {
	return { kind, key, text, about: '', facts: {}, of: null, ...more };
}

const childKey = (childId: string) => `child:${childId}`;

function familyLines({ family }: OpenCaseItem): OfferedLine[] {
	return [
		...family.children.map(({ id, firstName, birthMonth }) =>
			line('child', childKey(id), firstName, { facts: { birthMonth } })
		),
		...family.caregivers.map(({ id, firstName, lastName, relation }) =>
			line('caregiver', `caregiver:${id}`, [firstName, lastName].filter(Boolean).join(' '), {
				facts: { firstName, lastName, relation }
			})
		)
	];
}

/** Of each child the newest joint judgement. */
async function judgementLines(
	{ store }: Work,
	{ family }: OpenCaseItem,
	items: readonly string[]
): Promise<OfferedLine[]> {
	const all: JointJudgement[] = [];
	for (const itemId of items) all.push(...(await store.judgements.joint(itemId)));
	return family.children.flatMap(({ id, firstName }) => {
		const newest = all.find(({ childId }) => childId === id);
		if (!newest) return [];
		const { safety, grade, risk, motivation, createdAt } = newest;
		return line('judgement', `judgement:${id}`, motivation, {
			about: firstName,
			facts: { safety, grade, risk, on: dayInTheNetherlands(createdAt) },
			of: childKey(id)
		});
	});
}

/** Who coordinates or watches; an empty text is nobody, and says so. */
async function roleLine(
	{ store }: Work,
	{ caseId }: OpenCaseItem,
	kind: 'watch' | 'coordinator',
	role: CaseRole
): Promise<OfferedLine> {
	const { holder } = await roleOf(store, caseId, role);
	const who = holder?.personId ? await store.people.find(holder.personId) : null;
	const family = kind === 'coordinator' ? await store.coordination.ofCase(caseId) : null;
	const facts: ExtractLine['facts'] = family?.familyCan ? { family: family.familyWho } : {};
	const text = who
		? `${who.person.name}, ${who.person.function} (${who.organisation.name})`
		: (holder?.outsideName ?? '');
	return line(kind, kind, text, { facts });
}

/** H33 and H34 of each child, as they are written at this item. */
async function textLines(work: Work, { item, family }: OpenCaseItem): Promise<OfferedLine[]> {
	const texts = (await work.texts(item.id)) ?? {};
	return family.children.flatMap(({ id, firstName }) =>
		(
			[
				['worries', worriesRoot(id)],
				['grounds', groundsRoot(id)]
			] as const
		).flatMap(([kind, root]) => {
			const text = texts[root]?.trim() ?? '';
			return text === ''
				? []
				: line(kind, `${kind}:${id}`, text, { about: firstName, of: childKey(id) });
		})
	);
}

/** One line per child or adult: the questions nobody could answer. */
async function blindSpotLines(
	{ store }: Work,
	{ item, family, childIds, adultIds }: OpenCaseItem
): Promise<OfferedLine[]> {
	const spots = blindSpots(
		childIds,
		adultIds,
		said(await store.assessment.standing(item.id)),
		chosen(await store.assessment.tableAnswers(item.id))
	);
	return [...family.children, ...family.caregivers].flatMap(({ id, firstName }) => {
		const open = spots.filter(({ subjectId }) => subjectId === id);
		const questions = open.map(({ questionId }) => questionId).join(' ');
		const of = childIds.includes(id) ? childKey(id) : `caregiver:${id}`;
		const more = { about: firstName, facts: { questions }, of };
		return open.length === 0 ? [] : line('blind-spots', `blind-spots:${id}`, '', more);
	});
}

const DONE = new Set(['done', 'declined', 'withdrawn']);

async function actionLines({ store }: Work, items: readonly string[]): Promise<OfferedLine[]> {
	const open = (await store.actions.ofItems(items)).filter(({ status }) => !DONE.has(status));
	return open.map(({ id, title, agreedOwner, due }) =>
		line('action', `action:${id}`, title, { facts: { owner: agreedOwner ?? '', due } })
	);
}

/** A mark of what a line says, so that nothing goes over that the mover did not see (MV4). */
export function markOf({ hash }: Pick<Work, 'hash'>, { kind, about, text, facts }: OfferedLine) {
	return hash(JSON.stringify([kind, about, text, facts]));
}
