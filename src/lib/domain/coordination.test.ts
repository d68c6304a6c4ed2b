import { describe, expect, test } from 'vitest';
import {
	type CaseRole,
	daysWithoutHelp,
	mayAnswer,
	mayAsk,
	type RoleTerm,
	standingRole
} from './coordination.ts';

const term = (
	personId: string,
	status: RoleTerm['status'],
	role: CaseRole = 'coordinator'
): RoleTerm => ({ id: `${personId}-${status}`, role, personId, status });
const NOBODY = { holder: null, asked: null };

describe('who has a role', () => {
	test('CO2 asked is not taken: until someone says yes it is nobody’s', () => {
		const standing = standingRole([term('yusuf', 'asked')], 'coordinator');
		expect(standing.holder).toBeNull();
		expect(standing.asked?.personId).toBe('yusuf');
	});

	test('CO3 whoever holds it keeps it while another is asked, and after a no', () => {
		const held = term('roos', 'accepted', 'safety-watch');
		for (const next of ['asked', 'declined'] as const)
			expect(standingRole([held, term('wim', next, 'safety-watch')], 'safety-watch').holder).toBe(
				held
			);
		expect(standingRole([held], 'coordinator')).toEqual({ ...NOBODY, lost: null });
	});

	test('CO9 who is gone from the case holds nothing and is asked nothing', () => {
		const [held, asked] = [term('roos', 'accepted'), term('wim', 'asked')];
		const gone = new Set(['roos', 'wim']);
		expect(standingRole([held, asked], 'coordinator', gone)).toEqual({ ...NOBODY, lost: held });
		// Whoever took it since has it, also when the one before comes back.
		const after = [{ ...held, status: 'ended' as const }, term('yusuf', 'accepted')];
		expect(standingRole(after, 'coordinator', gone).holder?.personId).toBe('yusuf');
		const outside = { ...term('', 'accepted'), personId: null };
		expect(standingRole([outside], 'coordinator', new Set([''])).holder).toBe(outside);
	});

	test('CO1 nobody is asked to coordinate before the family was', () => {
		expect(mayAsk(NOBODY, 'coordinator', 'yusuf', false)).toMatchObject({
			error: 'family-not-asked'
		});
		expect(mayAsk(NOBODY, 'coordinator', 'yusuf', true).ok).toBe(true);
		expect(mayAsk(NOBODY, 'safety-watch', 'yusuf', false).ok).toBe(true);
	});

	test('CO2 not whom it is already, nor whom one waits for', () => {
		const holder = term('roos', 'accepted');
		const asked = term('wim', 'asked');
		const ask = (who: string) => mayAsk({ holder, asked }, 'coordinator', who, true);
		expect(ask('roos')).toMatchObject({ error: 'already-holds' });
		expect(ask('wim')).toMatchObject({ error: 'already-asked' });
		expect(ask('yusuf').ok).toBe(true);
	});

	test('CO4 only who was asked answers', () => {
		const asked = term('wim', 'asked');
		expect(mayAnswer({ holder: null, asked }, 'wim').ok).toBe(true);
		expect(mayAnswer({ holder: null, asked }, 'hilde')).toMatchObject({ error: 'not-asked' });
		expect(mayAnswer(NOBODY, 'wim')).toMatchObject({ error: 'not-asked' });
	});
});

test('CO6 days without help count from the first signal, or from the opening of the case, until help has started', () => {
	const without = (openedOn: string, firstSignalOn: string | null, started: string | null = null) =>
		daysWithoutHelp({ openedOn, firstSignalOn }, started, '2026-11-24');
	expect(without('2026-09-15', null)).toBe(70);
	expect(without('2026-11-24', null)).toBe(0);
	expect(without('2026-09-15', '2026-09-01')).toBe(84);
	expect(without('2026-09-15', '2026-11-01')).toBe(70);
	expect(without('2026-09-15', '2026-09-01', '2026-11-20')).toBeNull();
});
