import { questionState, sourceToFillIn } from '#lib/client/answers.ts';
import { isAskedIn, openPoints } from '#lib/client/open-points.ts';
import type { ItemPerson, JudgementView } from '#lib/protocol/views.ts';
import {
	actionTitle,
	hasAction,
	ownersOf,
	questionAbout
} from '#lib/ui/assessment/open-question.ts';
import { cellsOf, walks } from '#lib/ui/assessment/walk.ts';
import { chosen, emptyDraft } from '#lib/ui/judgement/draft.ts';
import { organisationsAtStep } from '#lib/ui/judgement/organisations.ts';
import { inTableOrder, stillToJudge } from '#lib/ui/judgement/who-judges.ts';
import { describe, expect, it } from 'vitest';
import { atDeWitBakker } from './support.ts';

describe('what the screen makes of a view', () => {
	it('AN10 names what is still to do, each with its place', async () => {
		const at = await atDeWitBakker();
		await at.answer('wim', 'A4', at.daan, 'observed');
		await at.answer('yusuf', 'A4', at.daan, 'suspected');
		await at.answer('wim', 'A5', at.daan, 'not-checked');
		await at.answer('wim', 'C10', at.mark, 'not-checked');
		const points = openPoints(await at.viewOf('hilde'));
		expect(points).toEqual([
			{
				kind: 'veilig-thuis',
				childId: at.daan,
				mine: true,
				target: `veilig-thuis-${at.daan}`,
				tone: 'red'
			},
			expect.objectContaining({ kind: 'nobody', role: 'coordinator', tone: 'red' }),
			expect.objectContaining({ kind: 'nobody', role: 'safety-watch', tone: 'red' }),
			{
				kind: 'difference',
				questionId: 'A4',
				subjectId: at.daan,
				target: `vraag-A4-${at.daan}`,
				tone: 'amber'
			},
			expect.objectContaining({ kind: 'blind-spots', count: 1, childId: at.daan }),
			expect.objectContaining({ kind: 'blind-spots', count: 1, childId: null }),
			expect.objectContaining({ kind: 'own-judgement', childId: at.daan }),
			expect.objectContaining({ kind: 'own-judgement', childId: at.lotte }),
			expect.objectContaining({ kind: 'missing', count: 47 })
		]);
		const wim = openPoints(await at.viewOf('wim'));
		expect(wim[0]).toMatchObject({ kind: 'veilig-thuis', mine: false });
	});

	it('AN10 a blind spot with who and when is no longer to do; done is done', async () => {
		const at = await atDeWitBakker();
		await at.answer('wim', 'A5', at.daan, 'not-checked');
		await at.send('wim', 'answer.give', {
			subjectId: at.daan,
			questionId: 'F28',
			value: {
				kind: 'open-questions',
				questions: [
					{
						question: questionAbout('A5', 'Wie zorgt er vandaag?'),
						who: 'GGD',
						before: '2026-11-26'
					}
				]
			},
			expected: 0
		});
		const view = await at.viewOf('hilde');
		expect(openPoints(view).some(({ kind }) => kind === 'blind-spots')).toBe(false);
		expect(openPoints({ ...view, head: { ...view.head, status: 'done' } })).toEqual([]);
	});

	it('AN11 walks hold the differences, blind spots, changes and blanks of one child', async () => {
		const at = await atDeWitBakker();
		await at.answer('wim', 'A4', at.daan, 'observed');
		await at.answer('yusuf', 'A4', at.daan, 'suspected');
		await at.answer('wim', 'A5', at.daan, 'not-checked');
		await at.answer('wim', 'A5', at.lotte, 'not-checked');
		await at.answer('wim', 'C12', at.sandra, 'not-checked');
		await at.answer('wim', 'C12', at.sandra, 'observed', { expected: 1 });
		const { assessment } = await at.viewOf('hilde');
		const of = walks(assessment, cellsOf(at.daan, [at.mark, at.sandra]));
		expect(of).toMatchObject({
			differences: [`A4 ${at.daan}`],
			'blind-spots': [`A5 ${at.daan}`],
			changed: [`C12 ${at.sandra}`]
		});
		expect(of.all).toHaveLength(17 + 16);
		expect(of.open).toHaveLength(17 + 16 - 3);
	});

	it('AN12 an action made from a blind spot says its number, never the words', () => {
		const findOut = (id: string) => `Uitzoeken: vraag ${id}`;
		const question = questionAbout('A3', 'Zijn er aanwijzingen voor uitbuiting?');
		expect(actionTitle(question, findOut)).toBe('Uitzoeken: vraag A3');
		expect(actionTitle('Wie is de huisarts?', findOut)).toBe('Wie is de huisarts?');
		const asked = { question, who: 'GGD', before: '2026-11-26' };
		const action = { title: 'Uitzoeken: vraag A3', due: '2026-11-26', status: 'proposed' as const };
		expect(hasAction([action], asked, findOut)).toBe(true);
		expect(hasAction([{ ...action, status: 'withdrawn' }], asked, findOut)).toBe(false);
		expect(isAskedIn([asked], 'A3')).toBe(true);
		expect(isAskedIn([asked], 'A30')).toBe(false);
		expect(questionAbout('A1', 'x'.repeat(300))).toHaveLength(200);
	});

	it('AN13 fills in the replaced source, else the last one this person named in that section about that child', async () => {
		const at = await atDeWitBakker();
		const wim = at.world.people.wim.id;
		const today = '2026-11-24';
		const empty = (await at.viewOf('wim')).assessment;
		const cell = (questionId: string, subjectId = at.daan) => ({ questionId, subjectId });
		expect(sourceToFillIn(empty, wim, cell('A2'), null, today)).toEqual({
			source: '',
			observedOn: today
		});
		await at.answer('wim', 'A4', at.daan, 'observed');
		at.app.clock.advance(1000);
		await at.answer('wim', 'A1', at.daan, 'suspected', {
			source: 'gesprek moeder',
			observedOn: '2026-11-12'
		});
		const { assessment } = await at.viewOf('wim');
		expect(sourceToFillIn(assessment, wim, cell('A2'), null, today)).toEqual({
			source: 'gesprek moeder',
			observedOn: '2026-11-12'
		});
		const { mine } = questionState(assessment, wim, { questionId: 'A4', subjectId: at.daan });
		expect(sourceToFillIn(assessment, wim, cell('A4'), mine, today).source).toBe(
			'politie ter plaatse'
		);
		expect(sourceToFillIn(assessment, 'someone-else', cell('A2'), null, today).source).toBe('');
		expect(sourceToFillIn(assessment, wim, cell('B6'), null, today).source).toBe('');
		expect(sourceToFillIn(assessment, wim, cell('A2', at.lotte), null, today).source).toBe('');
	});

	const person = (id: string, more: Partial<ItemPerson> = {}): ItemPerson => ({
		id,
		name: id,
		function: '',
		organisationId: `org-${id}`,
		organisation: `Org ${id}`,
		organisationKind: 'cjg',
		underMeldcode: true,
		role: 'member',
		guest: false,
		takesPart: true,
		runs: false,
		attendedAt: '2026-11-24T08:30:00.000Z',
		admittedAt: null,
		leftAt: null,
		...more
	});

	it('AN12 who can find something out: each person at the item, and each organisation once', () => {
		const people = [person('hilde'), person('yusuf', { organisationId: 'org-hilde' })];
		expect(ownersOf(people).map(({ owner }) => owner)).toEqual([
			{ ownerOrganisationId: 'org-hilde', ownerPersonId: 'hilde' },
			{ ownerOrganisationId: 'org-hilde', ownerPersonId: 'yusuf' },
			{ ownerOrganisationId: 'org-hilde' }
		]);
	});

	it('JG9 cards stand in the order of the table', () => {
		const judgement = (personId: string, grade: number) => ({ personId, grade }) as JudgementView;
		const people = [person('hilde'), person('roos'), person('wim')];
		const cards = inTableOrder(
			[judgement('wim', 1), judgement('gone', 2), judgement('hilde', 9)],
			people
		);
		expect(cards.map(({ personId }) => personId)).toEqual(['hilde', 'wim', 'gone']);
	});

	it('JG3 waits for who is at the live item; beforehand for everyone invited', () => {
		const people = [
			person('hilde'),
			person('roos', { attendedAt: null }),
			person('wim', { leftAt: '2026-11-24T08:40:00.000Z' }),
			person('yusuf')
		];
		const ids = (live: boolean) => stillToJudge(people, ['yusuf'], live).map(({ id }) => id);
		expect(ids(true)).toEqual(['hilde']);
		expect(ids(false)).toEqual(['hilde', 'roos', 'wim']);
	});

	it('JG7 shows who is bound by the meldcode, and who is outside it', () => {
		const people = [
			person('hilde'),
			person('wim', { underMeldcode: false }),
			person('yusuf', { organisationId: 'org-hilde' })
		];
		const step = organisationsAtStep(people, [], 'daan', [
			{ childId: 'daan', organisationId: 'org-hilde' }
		]);
		expect(step.bound).toMatchObject([{ id: 'org-hilde', decision: null }]);
		expect(step.outside).toEqual(['Org wim']);
	});

	it('JG10 nothing is chosen beforehand in a judgement', () => {
		expect(chosen(emptyDraft())).toBeNull();
		expect(chosen({ ...emptyDraft(), safety: 'safe', risk: 'low' })).toBeNull();
		expect(chosen({ ...emptyDraft(), safety: 'safe', risk: 'low', grade: 0 })).toEqual({
			safety: 'safe',
			risk: 'low',
			grade: 0
		});
	});
});
