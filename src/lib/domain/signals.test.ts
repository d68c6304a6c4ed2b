import { describe, expect, test } from 'vitest';
import { checkSignal, firstSignalOn, mayChangeSignal } from './signals.ts';

const HOUSING = { personId: null, name: '', organisation: 'woningcorporatie' };

describe('a signal', () => {
	test('SI1 of someone outside at least the organisation or function is known', () => {
		expect(checkSignal(HOUSING, '2026-11-24', '2026-11-24').ok).toBe(true);
		expect(
			checkSignal({ ...HOUSING, organisation: '', name: 'Jan' }, '2026-11-24', '2026-11-24')
		).toMatchObject({ error: 'signaller-missing' });
		const wim = { personId: 'wim', name: '', organisation: '' };
		expect(checkSignal(wim, '2026-11-24', '2026-11-24').ok).toBe(true);
	});

	test('SI2 it was not given tomorrow', () => {
		expect(checkSignal(HOUSING, '2026-11-25', '2026-11-24')).toMatchObject({
			error: 'date-in-future'
		});
	});

	test('SI3 changed by who wrote it down, who gave it and who runs the table, until it is withdrawn', () => {
		const signal = { recordedBy: 'bas', signallerId: 'wim', withdrawnAt: null };
		for (const who of ['bas', 'wim']) expect(mayChangeSignal(signal, who, false).ok).toBe(true);
		expect(mayChangeSignal(signal, 'hilde', true).ok).toBe(true);
		expect(mayChangeSignal(signal, 'roos', false)).toMatchObject({ error: 'signal-not-yours' });
		expect(mayChangeSignal({ ...signal, withdrawnAt: new Date() }, 'bas', true)).toMatchObject({
			error: 'signal-withdrawn'
		});
	});

	test('CO6 the first signal is the earliest one that was not withdrawn', () => {
		const signal = (givenOn: string, withdrawnAt: Date | null = null) => ({ givenOn, withdrawnAt });
		expect(firstSignalOn([])).toBeNull();
		expect(firstSignalOn([signal('2026-11-20'), signal('2026-11-03')])).toBe('2026-11-03');
		expect(firstSignalOn([signal('2026-11-20'), signal('2026-11-03', new Date())])).toBe(
			'2026-11-20'
		);
	});
});
