import { expect, test } from 'vitest';
import type { LedgerLine } from '#lib/protocol/views.ts';
import { isSettled, needsHuman } from '#lib/domain/ledger.ts';
import { ledgerTable } from './connections/ledger-table.ts';
import { ledgerRows } from './ledger-rows.ts';
import { inTime, nextWords, statusWord } from './ledger-words.ts';

const ggd = { id: 'ggd', name: 'GGD Noorderveld' };
let nr = 0;
function line(values: Partial<LedgerLine>): LedgerLine {
	nr += 1;
	return {
		deliveryId: `d${nr}`,
		type: 'action-assigned',
		actionId: `a${nr}`,
		organisation: ggd,
		by: 'webhook',
		status: 'received',
		attempts: 0,
		createdAt: new Date(nr * 1000).toISOString(),
		sentAt: null,
		receivedAt: null,
		readAt: null,
		nextAttemptAt: null,
		parkedAt: null,
		error: null,
		...{ paper: null, version: null, filed: null },
		...values
	};
}
const parked = { status: 'failed', parkedAt: '2026-11-24T09:00:00.000Z' } as const;
const retrying = { status: 'failed', nextAttemptAt: '2026-11-24T09:02:00.000Z' } as const;

test('DL50 what needs a human is on top, then what is still trying, then the newest', () => {
	const fine = line({});
	const trying = line({ ...retrying, error: 'answered-error' });
	const stuck = line({ ...parked, error: 'answered-refusal' });
	const newest = line({ status: 'queued' });
	expect(ledgerRows([fine, trying, stuck, newest]).map((row) => row.line)).toEqual([
		stuck,
		trying,
		newest,
		fine
	]);
	expect(needsHuman(line({ status: 'failed', error: 'connector-paused' }))).toBe(true);
	expect(needsHuman(trying)).toBe(false);
});

test('DL50 older texts of the same are counted, not listed', () => {
	const first = line({ actionId: 'same', status: 'outdated' });
	const second = line({ actionId: 'same', status: 'outdated' });
	const third = line({ actionId: 'same', status: 'sent' });
	expect(ledgerRows([first, second, third])).toEqual([
		{ key: third.deliveryId, line: third, earlier: 2, several: false, needs: false }
	]);
	expect(ledgerRows([first])).toMatchObject([{ line: first, earlier: 0 }]);
});

test('DL53 a text that went by two ways is one text', () => {
	const at = (second: number) => ({ createdAt: new Date(second * 1000).toISOString() });
	const about = { actionId: 'same' };
	const both = (second: number, status: LedgerLine['status']) => [
		line({ ...about, ...at(second), status }),
		line({ ...about, ...at(second), status, by: 'caldav' })
	];
	const lines = [...both(1, 'outdated'), ...both(2, 'received')];
	expect(ledgerRows(lines).map(({ earlier }) => earlier)).toEqual([1, 1]);
	expect(ledgerTable(lines, {}).rows[0]?.cells.ggd).toMatchObject({ earlier: 1 });
});

test('KO40 what went by two ways is told apart by its way', () => {
	const mail = line({ actionId: 'same', by: 'mail' });
	const webhook = line({ actionId: 'same', ...parked, error: 'answered-refusal' });
	const rows = ledgerRows([mail, webhook, line({})]);
	// Still trying or stuck comes before what arrived; the newest of those first.
	expect(rows).toMatchObject([
		{ line: webhook, several: true, needs: false },
		{ several: false },
		{ line: mail, several: true, needs: false }
	]);
});

test('DL51 a meeting is settled when each action has reached its owner', () => {
	expect(isSettled([line({}), line({ status: 'read' })])).toBe(true);
	for (const status of ['queued', 'sent', 'failed'] as const)
		expect(isSettled([line({}), line({ status })])).toBe(false);
	expect(isSettled([line({ by: null, status: 'queued' })])).toBe(false);
	expect(isSettled([line({ by: null, status: 'queued', type: 'action-list-ratified' })])).toBe(
		true
	);
});

test('DL52 what happens next is said as people say it', () => {
	const now = new Date('2026-11-24T09:00:00.000Z');
	const said = (values: Partial<LedgerLine>) => nextWords(line(values), now, 'nl');
	expect(said({ ...retrying, error: 'answered-error' })).toBe(
		'Wij proberen het over 2 minuten opnieuw.'
	);
	expect(said({ ...parked, error: 'answered-refusal' })).toContain('niet vanzelf opnieuw');
	expect(said({ ...parked, error: 'names-in-title' })).toContain('Verander de tekst');
	expect(said({ status: 'failed', error: 'connector-paused' })).toContain('GGD Noorderveld');
	expect(inTime(24, 'nl')).toBe('over 24 seconden');
	expect(inTime(6 * 3600, 'nl')).toBe('over 6 uur');
	expect(statusWord(line({ by: null, status: 'queued' }))).toBe('Staat klaar');
	expect(statusWord(line({ by: 'api', status: 'queued' }))).toBe('Staat klaar om op te halen');
});
