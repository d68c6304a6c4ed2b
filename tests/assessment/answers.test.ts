import { answerHistory } from '#lib/server/usecases/assessment/answer-history.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { transact } from '#lib/server/transact.ts';
import { describe, expect, it } from 'vitest';
import { stored } from '../support/test-app.ts';
import { atDeWitBakker } from './support.ts';

const A4 = (subjectId: string) => ({ questionId: 'A4', subjectId });

describe('giving answers together', () => {
	it('AN1 everyone invited answers beforehand, and each keeps one standing answer', async () => {
		const at = await atDeWitBakker({ live: false });
		expect(await at.answer('wim', 'A4', at.daan, 'observed')).toMatchObject({ ok: true });
		expect(await at.answer('yusuf', 'A4', at.daan, 'suspected')).toMatchObject({ ok: true });
		const { assessment } = await at.viewOf('roos');
		expect(assessment.answers).toHaveLength(2);
		expect(assessment.answers).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ personId: at.world.people.wim.id, revision: 1 }),
				expect.objectContaining({ personId: at.world.people.yusuf.id, revision: 1 })
			])
		);
	});

	it('AN1 for who takes no part the item does not exist, an administrator included', async () => {
		const at = await atDeWitBakker();
		for (const person of ['sanne', 'tirza', 'petra', 'nadia'] as const)
			expect(await at.answer(person, 'A4', at.daan, 'observed')).toEqual({
				ok: false,
				error: 'not-found'
			});
	});

	it('AN2 an answer changed meanwhile is stale, and nothing is overwritten', async () => {
		const at = await atDeWitBakker();
		await at.answer('wim', 'A4', at.daan, 'observed');
		expect(await at.answer('wim', 'A4', at.daan, 'ruled-out')).toEqual({
			ok: false,
			error: 'stale',
			detail: { revision: 1 }
		});
		const { assessment } = await at.viewOf('wim');
		expect(assessment.answers.map(({ value }) => value)).toEqual([
			{ kind: 'scale', choice: 'observed' }
		]);
	});

	it('AN3 earlier values are kept, and reading them is logged', async () => {
		const at = await atDeWitBakker();
		await at.answer('wim', 'A4', at.daan, 'observed');
		at.app.clock.advance(60_000);
		await at.answer('wim', 'A4', at.daan, 'suspected', { expected: 1 });
		const history = await transact(
			at.app,
			at.world.actor('roos'),
			(work) => answerHistory(work, { itemId: at.itemId, ...A4(at.daan) }),
			'answer:history'
		);
		expect(history.ok && history.value.map(({ value, revision }) => [value, revision])).toEqual([
			[{ kind: 'scale', choice: 'observed' }, 1],
			[{ kind: 'scale', choice: 'suspected' }, 2]
		]);
		const log = await stored(at.app).log.ofCase(at.world.case.deWitBakker);
		expect(log.find(({ event }) => event === 'answer:history')).toMatchObject({
			personId: at.world.people.roos.id,
			outcome: 'allowed'
		});
	});

	it('AN3 who takes no part reads no earlier values', async () => {
		const at = await atDeWitBakker();
		const history = await transact(
			at.app,
			at.world.actor('sanne'),
			(work) => answerHistory(work, { itemId: at.itemId, ...A4(at.daan) }),
			'answer:history'
		);
		expect(history).toEqual({ ok: false, error: 'not-found' });
	});

	it('AN4 namens: the answer is the participant’s, who entered it shows, the log names both', async () => {
		const at = await atDeWitBakker();
		const { hilde, wim } = at.world.people;
		await at.answer('hilde', 'A4', at.daan, 'observed', { personId: wim.id });
		const { assessment } = await at.viewOf('wim');
		expect(assessment.answers).toMatchObject([
			{ personId: wim.id, organisationId: wim.organisationId, enteredBy: hilde.id }
		]);
		const [row] = await stored(at.app).log.ofCase(at.world.case.deWitBakker, 1);
		expect(row).toMatchObject({ personId: hilde.id, responsiblePersonId: wim.id });
	});

	it('AN4 nobody who was not asked to the item is made to have said something', async () => {
		const at = await atDeWitBakker();
		for (const personId of [at.world.people.sanne.id, 'nobodynobodynobody1234'])
			expect(await at.answer('hilde', 'A4', at.daan, 'observed', { personId })).toEqual({
				ok: false,
				error: 'not-a-participant'
			});
	});

	it('AN5 a question is about a child or adult of this case, as the question asks', async () => {
		const at = await atDeWitBakker();
		const [noor = ''] = at.world.children.noor;
		for (const [questionId, subjectId] of [
			['A4', noor],
			['A4', at.mark],
			['C10', at.daan]
		] as const)
			expect(await at.answer('wim', questionId, subjectId, 'observed')).toEqual({
				ok: false,
				error: 'unknown-subject'
			});
		expect(await at.answer('wim', 'H31', at.daan, 'observed')).toMatchObject({
			error: 'unknown-question'
		});
	});

	it('AS8 an answer that says something has a source and a date', async () => {
		const at = await atDeWitBakker();
		const bare = { subjectId: at.daan, questionId: 'A4', expected: 0 };
		const observed = { kind: 'scale', choice: 'observed' };
		expect(await at.send('wim', 'answer.give', { ...bare, value: observed })).toMatchObject({
			error: 'source-required'
		});
		const later = { source: 'zelf', observedOn: '2026-11-25' };
		expect(
			await at.send('wim', 'answer.give', { ...bare, value: observed, ...later })
		).toMatchObject({ error: 'date-in-future' });
	});

	it('AN6 rest: niet nagegaan fills one’s own blanks in one go and changes nothing that stands', async () => {
		const at = await atDeWitBakker({ live: false });
		await at.answer('wim', 'A4', at.daan, 'observed');
		const rest = { sectionId: 'A', subjectIds: [at.daan] };
		expect(await at.send('wim', 'answer.rest-not-checked', rest)).toEqual({
			ok: true,
			value: { answered: 4 }
		});
		expect(await at.send('wim', 'answer.rest-not-checked', rest)).toEqual({
			ok: true,
			value: { answered: 0 }
		});
		const { assessment } = await at.viewOf('hilde');
		const mine = assessment.answers.filter(({ personId }) => personId === at.world.people.wim.id);
		expect(
			Object.fromEntries(
				mine.map(({ questionId, value }) => [questionId, value.kind === 'scale' && value.choice])
			)
		).toEqual({
			A1: 'not-checked',
			A2: 'not-checked',
			A3: 'not-checked',
			A4: 'observed',
			A5: 'not-checked'
		});
		expect(
			await at.send('wim', 'answer.rest-not-checked', { sectionId: 'C', subjectIds: [at.daan] })
		).toMatchObject({ error: 'unknown-subject' });
	});

	it('AN9 nothing changes once the meeting is closed or the item done', async () => {
		const at = await atDeWitBakker();
		await at.app.database.write((queries) =>
			repositories(queries).agenda.change(at.itemId, { status: 'done' })
		);
		const refusals = [
			await at.answer('wim', 'A4', at.daan, 'observed'),
			await at.send('wim', 'answer.rest-not-checked', { sectionId: 'A', subjectIds: [at.daan] }),
			await at.judge('wim', at.daan),
			await at.send('hilde', 'judgement.reveal', { childId: at.daan })
		];
		expect(refusals.map((each) => !each.ok && each.error)).toEqual(
			Array.from({ length: 4 }, () => 'item-concluded')
		);
		await at.app.database.write((queries) =>
			repositories(queries).tables.changeMeeting(at.world.meeting.cjg, { status: 'closed' })
		);
		expect(await at.answer('wim', 'A4', at.daan, 'observed')).toMatchObject({
			error: 'meeting-closed'
		});
	});
});

describe('the table’s answer', () => {
	const decide = (subjectId: string, choice: string, expected = 0) => ({
		...A4(subjectId),
		value: { kind: 'scale', choice },
		expected
	});

	it('AN7 is recorded by chair or deputy only', async () => {
		const at = await atDeWitBakker();
		await at.answer('wim', 'A4', at.daan, 'observed');
		await at.answer('roos', 'A4', at.daan, 'suspected');
		for (const person of ['wim', 'roos'] as const)
			expect(await at.send(person, 'answer.decide', decide(at.daan, 'suspected'))).toEqual({
				ok: false,
				error: 'chair-only'
			});
		expect(await at.send('yusuf', 'answer.decide', decide(at.daan, 'observed'))).toMatchObject({
			ok: true
		});
		expect(await at.send('hilde', 'answer.decide', decide(at.daan, 'suspected'))).toMatchObject({
			error: 'stale'
		});
		const { assessment } = await at.viewOf('wim');
		expect(assessment.answers).toHaveLength(2);
		expect(assessment.tableAnswers).toMatchObject([
			{ ...A4(at.daan), value: { choice: 'observed' }, recordedBy: at.world.people.yusuf.id }
		]);
	});

	it('AN7 only where known answers differ, and never "Niet nagegaan" in the place of one', async () => {
		const at = await atDeWitBakker();
		await at.answer('wim', 'A4', at.daan, 'observed');
		expect(await at.send('hilde', 'answer.decide', decide(at.daan, 'ruled-out'))).toMatchObject({
			error: 'no-difference'
		});
		await at.answer('roos', 'A4', at.daan, 'suspected');
		expect(await at.send('hilde', 'answer.decide', decide(at.daan, 'not-checked'))).toMatchObject({
			error: 'known-answer-stands'
		});
	});

	it('AN8 a new differing answer opens the difference again; repeating oneself does not', async () => {
		const at = await atDeWitBakker();
		await at.answer('wim', 'A4', at.daan, 'suspected');
		await at.answer('roos', 'A4', at.daan, 'ruled-out');
		await at.send('hilde', 'answer.decide', decide(at.daan, 'ruled-out'));
		await at.answer('wim', 'A4', at.daan, 'suspected', { expected: 1, source: 'meldkamer' });
		expect((await at.viewOf('hilde')).assessment.tableAnswers).toHaveLength(1);
		await at.answer('wim', 'A4', at.daan, 'observed', { expected: 2 });
		expect((await at.viewOf('hilde')).assessment.tableAnswers).toEqual([]);
		expect(await at.send('hilde', 'answer.decide', decide(at.daan, 'observed'))).toEqual({
			ok: true,
			value: { revision: 2 }
		});
	});
});
