import * as schema from '#lib/server/store/schema/index.ts';
import { describe, expect, it } from 'vitest';
import { writeTexts } from '../support/text.ts';
import { type AtDeWitBakker, atDeWitBakker } from './support.ts';

async function allButTheStep(at: AtDeWitBakker): Promise<void> {
	await at.restNotChecked('yusuf');
	for (const childId of [at.daan, at.lotte]) {
		await at.judge('hilde', childId);
		await at.send('hilde', 'judgement.reveal', { childId });
		await at.joint(childId);
	}
	await writeTexts(
		at.app,
		at.itemId,
		Object.fromEntries(
			[at.daan, at.lotte].flatMap((id) => [
				[`worries:${id}`, 'Dat het bij een overdracht misgaat.'],
				[`grounds:${id}`, 'Twee politiemeldingen.']
			])
		)
	);
}

describe('the Veilig Thuis step', () => {
	it('JG7 opens for the child with something acute, for organisations under the meldcode only', async () => {
		const at = await atDeWitBakker();
		expect((await at.viewOf('wim')).meldcode).toEqual({ open: [], decisions: [], outstanding: [] });
		await at.answer('wim', 'A4', at.daan, 'suspected');
		expect((await at.viewOf('wim')).meldcode).toEqual({
			open: [at.daan],
			decisions: [],
			outstanding: [{ childId: at.daan, organisationId: at.world.organisation.cjg }]
		});
	});

	it('JG7 one’s own organisation decides: police and Veilig Thuis have none, a chair decides for no other', async () => {
		const at = await atDeWitBakker();
		const decide = { childId: at.daan, decision: 'advice-asked', expected: 0 };
		expect(await at.send('hilde', 'meldcode.decide', decide)).toMatchObject({
			error: 'step-not-open'
		});
		await at.answer('wim', 'A4', at.daan, 'observed');
		for (const person of ['wim', 'roos'] as const)
			expect(await at.send(person, 'meldcode.decide', decide)).toEqual({
				ok: false,
				error: 'outside-meldcode'
			});
		expect(await at.send('yusuf', 'meldcode.decide', { ...decide, decision: 'not' })).toMatchObject(
			{ error: 'reason-required' }
		);
		expect(
			await at.send('yusuf', 'meldcode.decide', { ...decide, decidedOn: '2026-11-25' })
		).toMatchObject({ error: 'date-in-future' });
		expect(await at.send('yusuf', 'meldcode.decide', decide)).toMatchObject({ ok: true });
		expect(await at.send('hilde', 'meldcode.decide', decide)).toMatchObject({ error: 'stale' });
		const { meldcode } = await at.viewOf('wim');
		expect(meldcode).toMatchObject({
			open: [at.daan],
			decisions: [
				{
					childId: at.daan,
					organisationId: at.world.organisation.cjg,
					decision: 'advice-asked',
					decidedOn: '2026-11-24',
					personId: at.world.people.yusuf.id
				}
			],
			outstanding: []
		});
	});

	it('VT3 advice asked and then a report: the newest counts for the organisation, the earlier one is kept', async () => {
		const at = await atDeWitBakker();
		await at.answer('wim', 'A4', at.daan, 'observed');
		const decide = { childId: at.daan, decision: 'advice-asked', expected: 0 };
		await at.send('yusuf', 'meldcode.decide', decide);
		const report = { ...decide, decision: 'reported', expected: 1 };
		expect(await at.send('hilde', 'meldcode.decide', report)).toMatchObject({ ok: true });
		expect((await at.viewOf('wim')).meldcode).toMatchObject({
			decisions: [{ decision: 'reported', personId: at.world.people.hilde.id }],
			outstanding: []
		});
		const { meldcodeDecisions } = schema;
		const kept = await at.app.database.reader.select().from(meldcodeDecisions);
		expect(kept.map(({ decision }) => decision)).toEqual(['advice-asked', 'reported']);
	});

	it('JG8 a blank assessment is not concluded, and the refusal counts what is missing', async () => {
		const at = await atDeWitBakker();
		// A, B, D, E about two children (17 each) and C about two adults (8 each).
		expect(await at.send('hilde', 'item.conclude')).toEqual({
			ok: false,
			error: 'assessment-incomplete',
			detail: { missing: 50, childrenWithoutJoint: 2, textsMissing: 4, openDecisions: 0 }
		});
		await at.restNotChecked('yusuf');
		expect(await at.send('hilde', 'item.conclude')).toMatchObject({
			error: 'no-joint-judgement',
			detail: { childrenWithoutJoint: 2 }
		});
	});

	it('JG8 conclude is refused while the Veilig Thuis step is open, and goes when it is not', async () => {
		const at = await atDeWitBakker();
		await at.answer('wim', 'A4', at.daan, 'observed');
		await allButTheStep(at);
		expect(await at.send('hilde', 'item.conclude')).toMatchObject({
			ok: false,
			error: 'veilig-thuis-step-open',
			detail: { openDecisions: 1 }
		});
		await at.send('yusuf', 'meldcode.decide', {
			childId: at.daan,
			decision: 'reported',
			expected: 0
		});
		expect(await at.send('hilde', 'item.conclude')).toMatchObject({ ok: true });
	});

	it('JG8 a joint judgement of unsafe opens the step too', async () => {
		const at = await atDeWitBakker();
		await allButTheStep(at);
		await at.joint(at.lotte, { safety: 'acutely-unsafe', expected: 1 });
		expect((await at.viewOf('hilde')).meldcode.open).toEqual([at.lotte]);
		expect(await at.send('hilde', 'item.conclude')).toMatchObject({
			error: 'veilig-thuis-step-open'
		});
	});
});
