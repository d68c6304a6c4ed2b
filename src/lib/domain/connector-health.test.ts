import { expect, test } from 'vitest';
import {
	type Condition,
	connectorState,
	FAILING_ATTEMPTS,
	keepsFailing
} from './connector-health.ts';

const now = new Date('2026-11-24T08:30:00.000Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const failing = {
	...{ failingSince: ago(24), failedAttempts: FAILING_ATTEMPTS, isRefusal: false, subjects: 1 }
};

test('KO10 it keeps failing after a day and eight attempts in which nothing arrived', () => {
	expect(keepsFailing(failing, now)).toBe(true);
	expect(keepsFailing({ ...failing, failingSince: ago(23.9) }, now)).toBe(false);
	expect(keepsFailing({ ...failing, failedAttempts: FAILING_ATTEMPTS - 1 }, now)).toBe(false);
	expect(keepsFailing({ ...failing, failingSince: null }, now)).toBe(false);
});

test('KO10 one message that is refused again and again is not the connection', () => {
	expect(keepsFailing({ ...failing, isRefusal: true }, now)).toBe(false);
	expect(keepsFailing({ ...failing, isRefusal: true, subjects: 2 }, now)).toBe(true);
});

test('KO4 how a connection stands is said in one word: paused before all else', () => {
	const fine: Condition = {
		...{ kind: 'webhook', isPaused: false, isFailing: false },
		...{ lastTestFailed: false, everWorked: true }
	};
	expect(connectorState(fine)).toBe('works');
	expect(connectorState({ ...fine, isFailing: true })).toBe('tries-again');
	expect(connectorState({ ...fine, isFailing: true, isPaused: true })).toBe('paused');
	expect(connectorState({ ...fine, everWorked: false })).toBe('never-tested');
	expect(connectorState({ ...fine, kind: 'api', everWorked: false })).toBe('never-fetched');
});

test('KO4 after a test that failed it neither works nor was it never tested', () => {
	const failed: Condition = {
		...{ kind: 'webhook', isPaused: false, isFailing: false },
		...{ lastTestFailed: true, everWorked: true }
	};
	expect(connectorState({ ...failed, everWorked: true })).toBe('test-failed');
	expect(connectorState({ ...failed, everWorked: false })).toBe('test-failed');
	expect(connectorState({ ...failed, everWorked: true, isFailing: true })).toBe('tries-again');
	expect(connectorState({ ...failed, everWorked: true, isPaused: true })).toBe('paused');
});
