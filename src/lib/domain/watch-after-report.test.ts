import { expect, test } from 'vitest';
import { escalationTone } from './escalation.ts';
import { type RecordedDecision, watchAfterReport } from './watch-after-report.ts';

const at = (decision: RecordedDecision['decision'], moment: number) => ({ decision, at: moment });
const where = (
	decisions: RecordedDecision[],
	{ receivedAt = null as number | null, heldByVeiligThuis = false } = {}
) => watchAfterReport({ decisions, receivedAt, heldByVeiligThuis });

test('CO10 with a report it passes once receipt is confirmed, with advice it stays', () => {
	expect(where([])).toBeNull();
	expect(where([at('not', 1)])).toBeNull();
	expect(where([at('advice-asked', 1)])).toBe('stays');
	expect(where([at('advice-asked', 1), at('reported', 2), at('not', 3)])).toBe('passes');
});

test('CO11 a report passes once; a new one passes again', () => {
	expect(where([at('reported', 2)], { receivedAt: 3, heldByVeiligThuis: true })).toBe('passed');
	expect(where([at('reported', 2)], { receivedAt: 3 })).toBeNull();
	expect(where([at('reported', 2), at('reported', 4)], { receivedAt: 3 })).toBe('passes');
});

test('CO8 an escalation asks for its answer, and is red after a week', () => {
	const since = (on: string) => escalationTone({ on, answeredOn: null }, '2026-11-24');
	expect(since('2026-11-17')).toBe('amber');
	expect(since('2026-11-16')).toBe('red');
	expect(escalationTone({ on: '2026-11-01', answeredOn: '2026-11-20' }, '2026-11-24')).toBeNull();
});
