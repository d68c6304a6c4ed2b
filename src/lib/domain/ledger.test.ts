import { describe, expect, test } from 'vitest';
import { hasReached, isFinished, isSettled, needsHuman, type ToldBy } from './ledger.ts';

const ggd = { id: 'ggd' };
const line = (values: Partial<ToldBy> = {}): ToldBy => ({
	...{ type: 'action-assigned', actionId: 'a', organisation: ggd, by: 'webhook' },
	...{ status: 'queued', parkedAt: null, error: null, paper: null },
	...values
});
const parked = { status: 'failed', parkedAt: '2026-11-24T09:00:00.000Z' } as const;
const paper = { name: 'Marjan Hofstee', at: '2026-11-24T09:00:00.000Z' };

describe('KO40 an action has reached its receiver', () => {
	test('when one way brought it, or it was read', () => {
		expect(hasReached([line({ status: 'received' })])).toBe(true);
		expect(hasReached([line({ status: 'read' })])).toBe(true);
		expect(hasReached([line({ ...parked }), line({ by: 'mail', status: 'received' })])).toBe(true);
		for (const status of ['queued', 'sent', 'failed'] as const)
			expect(hasReached([line({ status })])).toBe(false);
	});
	test('when the owner has answered, by whatever way he or she knew', () => {
		for (const status of ['accepted', 'declined', 'in-progress', 'done'] as const)
			expect(hasReached([line({ ...parked })], status)).toBe(true);
		expect(hasReached([line()], 'proposed')).toBe(false);
		// An answer to the action says nothing of a withdrawal that must still arrive.
		expect(hasReached([line({ type: 'action-withdrawn' })], 'accepted')).toBe(false);
	});
	test('what a newer text overtook does not count, and a newer text asks again', () => {
		const before = line({ status: 'outdated' });
		expect(hasReached([before, line()])).toBe(false);
		expect(hasReached([before, line({ status: 'received' })])).toBe(true);
	});
	test('in the app only: the list and a withdrawal are there, a new action once it was opened', () => {
		expect(hasReached([line({ by: null })])).toBe(false);
		expect(hasReached([line({ by: null, status: 'read' })])).toBe(true);
		expect(hasReached([line({ by: null, type: 'action-withdrawn' })])).toBe(true);
		expect(hasReached([line({ by: null, actionId: null, type: 'action-list-ratified' })])).toBe(
			true
		);
	});
});

test('KO41 handed over on paper counts as arrived, and needs nobody any more', () => {
	expect(hasReached([line({ ...parked, paper })])).toBe(true);
	expect(needsHuman(line({ ...parked, paper }))).toBe(false);
});

test('KO42 closed is what the chair does; finished when each action has reached its owner as well', () => {
	const here = line({ status: 'received' });
	const there = line({ actionId: 'b', organisation: { id: 'welzijn' }, by: null });
	expect(isFinished(true, [here], {})).toBe(true);
	expect(isFinished(false, [here], {})).toBe(false);
	expect(isFinished(true, [here, there], {})).toBe(false);
	expect(isFinished(true, [here, there], { b: 'accepted' })).toBe(true);
	expect(isSettled([])).toBe(true);
});

test('KO43 what another way took over needs nobody; what failed on its own does', () => {
	const gone = line({ ...parked, error: 'connector-removed' });
	expect(needsHuman(gone)).toBe(true);
	expect(needsHuman(gone, [gone, line({ by: null })])).toBe(false);
	const refused = line({ ...parked, error: 'answered-refusal' });
	expect(needsHuman(refused, [refused, line({ by: 'mail' })])).toBe(true);
	// The receiver has it by mail; that the other way refuses is for its administrator.
	expect(needsHuman(refused, [refused, line({ by: 'mail', status: 'received' })])).toBe(false);
	expect(needsHuman(refused, [refused, line({ by: 'mail', paper })])).toBe(false);
	// What the words are about, or what somebody there did on purpose, no other way makes good.
	for (const error of ['names-in-title', 'removed-there']) {
		const said = line({ ...parked, error });
		expect(needsHuman(said, [said, line({ by: 'mail', status: 'received' })])).toBe(true);
	}
	for (const status of ['failed', 'queued'] as const)
		expect(needsHuman(line({ status, error: 'connector-paused' }))).toBe(true);
	const paused = line({ error: 'connector-paused' });
	expect(needsHuman(paused, [paused, line({ by: 'caldav' })])).toBe(true);
	expect(needsHuman(paused, [paused, line({ by: 'caldav', status: 'received' })])).toBe(false);
	expect(needsHuman(line({ status: 'failed', error: 'timeout' }))).toBe(false);
});
