import { expect, test } from 'vitest';
import { askedAnonymously, questionsWaiting } from '#lib/server/views/asked-anonymously.ts';
import { atDeWitBakker } from '../assessment/support.ts';
import { run, stored } from '../support/test-app.ts';

async function asked() {
	const at = await atDeWitBakker();
	const { people } = at.world;
	const ask = (more: object = {}) =>
		at.send('roos', 'anonymous.ask', {
			childId: at.daan,
			personId: people.tirza.id,
			text: 'Hoort slecht slapen na een verhuizing bij deze leeftijd?',
			...more
		});
	expect(await ask()).toMatchObject({ ok: true });
	const [question] = await stored(at.app).anonymousQuestions.waitingFor(people.tirza.id);
	const questionId = question?.id ?? '';
	const read = (who: 'tirza' | 'bas' | 'hilde') =>
		askedAnonymously(stored(at.app), at.world.actor(who), questionId);
	return { at, ask, questionId, read };
}

test('GC13 a registered name or the code refuses the question, and names it to the asker', async () => {
	const { at, ask } = await asked();
	expect(await ask({ text: 'Kent u Daan?' })).toEqual({
		ok: false,
		error: 'names-in-question',
		detail: { names: 'Daan' }
	});
	expect(await ask({ text: 'Over 26-5038 en mevrouw Bakker.' })).toMatchObject({
		detail: { names: 'Bakker, 26-5038' }
	});
	for (const who of ['wim', 'hilde'] as const)
		expect(await ask({ personId: at.world.people[who].id })).toMatchObject({
			error: 'knows-the-item'
		});
	expect(await ask({ childId: at.world.children.mila[0] })).toMatchObject({
		error: 'unknown-subject'
	});
});

test('GC14 who is asked gets age and words; nothing tells the case, its people or who asks', async () => {
	const { at, questionId, read } = await asked();
	const { world } = at;
	const tirza = world.actor('tirza');
	const page = await read('tirza');
	expect(page?.value).toEqual({
		id: questionId,
		age: { years: 5, months: null },
		text: 'Hoort slecht slapen na een verhuizing bij deze leeftijd?',
		askedOn: '2026-11-24',
		answer: null
	});
	const sent = JSON.stringify([page?.value, (await questionsWaiting(stored(at.app), tirza)).value]);
	for (const secret of [
		...['26-5038', 'Daan', 'Lotte', 'Mark', 'Sandra', 'Wit', 'Bakker', 'CJG', 'Roos', 'Veilig'],
		...[at.itemId, world.case.deWitBakker, world.table.cjg, at.daan, at.lotte, at.mark],
		...[world.people.roos.id, world.organisation.veiligThuis, world.meeting.cjg]
	])
		expect(sent).not.toContain(secret);
	for (const other of ['bas', 'hilde'] as const) expect(await read(other)).toBeNull();
});

test('GC14 only who was asked answers, once; the answer is at the item for those who know it', async () => {
	const { at, questionId, read } = await asked();
	const answer = (who: 'tirza' | 'bas' | 'hilde', text: string) =>
		run(at.app, at.world.actor(who), 'anonymous.answer', { questionId, answer: text });
	for (const other of ['bas', 'hilde'] as const)
		expect(await answer(other, 'x')).toEqual({ ok: false, error: 'not-found' });
	expect(await answer('tirza', 'Ja, zes weken is gewoon.')).toMatchObject({ ok: true });
	expect(await answer('tirza', 'Of toch niet.')).toMatchObject({ error: 'already-answered' });
	expect((await at.viewOf('wim')).grounds.questions).toEqual([
		expect.objectContaining({
			to: 'Tirza Oosting, GGD Noorderveld',
			answer: { text: 'Ja, zes weken is gewoon.', on: '2026-11-24' },
			mayWithdraw: false
		})
	]);
	expect((await read('tirza'))?.value.answer?.text).toBe('Ja, zes weken is gewoon.');
	expect((await questionsWaiting(stored(at.app), at.world.actor('tirza'))).value).toEqual([]);
	const [row] = (await stored(at.app).log.newest(20)).filter(
		({ event }) => event === 'anonymous.answer' && event.length > 0
	);
	expect(row?.objectKind).toBe('question');
});

test('GC14 a question that is taken back is gone for who was asked', async () => {
	const { at, questionId, read } = await asked();
	expect(await at.send('wim', 'anonymous.withdraw', { questionId })).toMatchObject({
		error: 'not-yours'
	});
	expect(await at.send('roos', 'anonymous.withdraw', { questionId })).toMatchObject({ ok: true });
	expect(await read('tirza')).toBeNull();
	expect(
		await run(at.app, at.world.actor('tirza'), 'anonymous.answer', { questionId, answer: 'x' })
	).toEqual({ ok: false, error: 'not-found' });
	expect((await at.viewOf('hilde')).grounds.questions).toEqual([]);
});
