import { repositories } from '#lib/server/store/repositories.ts';
import { transact } from '#lib/server/transact.ts';
import { copyView, fixedCopy } from '#lib/server/views/records/copies.ts';
import { dossierView } from '#lib/server/views/records/dossier.ts';
import { describe, expect, it } from 'vitest';
import { type AtDeWitBakker, atDeWitBakker } from '../assessment/support.ts';
import { writeTexts } from '../support/text.ts';

type Who = Parameters<AtDeWitBakker['viewOf']>[0];

const dossier = (at: AtDeWitBakker, who: Who) =>
	transact(
		at.app,
		at.world.actor(who),
		(work) => dossierView(work, at.itemId),
		'read-dossier-part'
	);
const copy = (at: AtDeWitBakker, who: Who, subjectId: string | null = null) =>
	transact(
		at.app,
		at.world.actor(who),
		(work) => copyView(work, at.itemId, subjectId),
		'read-family-copy'
	);
function value<T>(outcome: { ok: true; value: T } | { ok: false; error: string }): T {
	if (!outcome.ok) throw new Error(outcome.error);
	return outcome.value;
}

/** What the police and Veilig Thuis each brought, and what was judged and agreed. */
async function discussed(): Promise<AtDeWitBakker> {
	const at = await atDeWitBakker();
	const { organisation } = at.world;
	await writeTexts(at.app, at.itemId, {
		[`facts:${organisation.police}`]: 'Patroon sinds juni.',
		[`facts:${organisation.veiligThuis}`]: 'Eerdere melding in mei.',
		common: 'Samen vastgesteld.'
	});
	await at.answer('wim', 'A4', at.daan, 'observed', {
		source: 'politie ter plaatse',
		observedOn: '2026-11-21'
	});
	await at.answer('roos', 'A2', at.daan, 'ruled-out', {
		source: 'huisarts gesproken',
		observedOn: '2026-11-19'
	});
	await at.answer('hilde', 'C11', at.mark, 'suspected', {
		source: 'gesprek',
		observedOn: '2026-11-12'
	});
	await at.send('hilde', 'action.propose', {
		title: 'Met vader praten over de overdracht',
		ownerOrganisationId: organisation.cjg,
		due: '2026-12-01'
	});
	return at;
}

describe("for an organisation's own dossier", () => {
	it('RX1 the own part under the own reference, and nothing of what another brought', async () => {
		const at = await discussed();
		await at.send('wim', 'case.set-dossier-reference', {
			caseId: at.world.case.deWitBakker,
			reference: 'PL0600-1'
		});
		const { content } = value(await dossier(at, 'wim'));
		expect(content).toMatchObject({
			reference: 'PL0600-1',
			answers: [{ about: 'Daan', questionId: 'A4', person: 'Wim Tuinstra' }]
		});
		expect(content.record.facts.map(({ text }) => text)).toEqual([
			'Patroon sinds juni.',
			'Samen vastgesteld.'
		]);
		expect(JSON.stringify(content)).not.toMatch(/Eerdere melding|huisarts gesproken/);
		expect(JSON.stringify(value(await dossier(at, 'roos')))).not.toContain('PL0600-1');
		expect(await dossier(at, 'bas')).toEqual({ ok: false, error: 'not-found' });
	});

	it('RX2 a version with what was on the screen; the same again is the same version', async () => {
		const at = await discussed();
		const seen = value(await dossier(at, 'wim'));
		expect(seen.fixed).toBeNull();
		const fix = (basis: string) => at.send('wim', 'dossier.fix', { basis });
		expect(await fix(seen.basis)).toMatchObject({ ok: true, value: { version: 1 } });
		expect(await fix(seen.basis)).toMatchObject({ ok: true, value: { version: 1 } });
		expect(value(await dossier(at, 'wim')).fixed).toMatchObject({
			version: 1,
			madeBy: 'Wim Tuinstra'
		});
		await at.answer('wim', 'A1', at.daan, 'suspected', {
			source: 'politie ter plaatse',
			observedOn: '2026-11-21'
		});
		expect(await fix(seen.basis)).toMatchObject({ ok: false, error: 'stale' });
		const changed = value(await dossier(at, 'wim'));
		expect(changed.fixed).toBeNull();
		expect(await fix(changed.basis)).toMatchObject({ value: { version: 2 } });
		const events = (await repositories(at.app.database.reader).log.newest(3)).map(
			({ event }) => event
		);
		expect(events).toContain('export-dossier');
		// The other organisation's count of versions is its own.
		expect(value(await dossier(at, 'roos')).versions).toEqual([]);
	});
});

describe('a copy for the family', () => {
	it('RX3 by who runs the table or coordinates the case, for nobody else at the item', async () => {
		const at = await discussed();
		expect(value(await copy(at, 'hilde')).subjects.map(({ name }) => name)).toEqual([
			'Mark de Wit',
			'Sandra Bakker'
		]);
		expect(await copy(at, 'roos')).toEqual({ ok: false, error: 'chair-or-coordinator' });
		expect(await copy(at, 'bas')).toEqual({ ok: false, error: 'not-found' });
		await at.send('hilde', 'coordination.ask-family', { can: false, expected: 0 });
		await at.send('hilde', 'role.ask', {
			role: 'coordinator',
			personId: at.world.people.roos.id
		});
		await at.send('roos', 'role.accept', { role: 'coordinator' });
		expect(await copy(at, 'roos')).toMatchObject({ ok: true });
	});

	it('RX4, RX6 what was chosen is what is kept, also when the case goes on', async () => {
		const at = await discussed();
		const { chosen } = value(await copy(at, 'hilde', at.sandra));
		const lines = (chosen?.lines ?? []).filter(({ withheld }) => !withheld).map(({ id }) => id);
		const make = (more: object = {}) =>
			at.send('hilde', 'family-copy.fix', {
				subjectId: at.sandra,
				lines,
				basis: chosen?.basis,
				...more
			});
		expect(await make({ subjectId: at.daan })).toMatchObject({ error: 'no-copy-for' });
		expect(await make({ lines: ['unknown'] })).toMatchObject({ error: 'nothing-chosen' });
		const made = value(await make()) as { copyId: string };
		await at.send('hilde', 'action.propose', {
			title: 'Nog een afspraak',
			ownerOrganisationId: at.world.organisation.cjg,
			due: '2026-12-08'
		});
		expect(await make()).toMatchObject({ error: 'stale' });
		const fixed = value(
			await transact(
				at.app,
				at.world.actor('hilde'),
				(work) => fixedCopy(work, at.itemId, made.copyId),
				'read-family-copy'
			)
		);
		const text = fixed.lines.map((line) => line.text).join('\n');
		expect(fixed).toMatchObject({ version: 1, name: 'Sandra', incomplete: true });
		expect(text).toContain('Wie pakt dit nu echt op');
		expect(text).not.toMatch(
			/vader|Mark|alcohol|Patroon sinds juni|Eerdere melding|Nog een afspraak/
		);
	});
});
