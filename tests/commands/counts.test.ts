import { describe, expect, test } from 'vitest';
import {
	countsOfGate,
	countsOfPlaywright,
	countsOfVitest,
	totalsLine
} from '../../scripts/gates/counts.mjs';

describe('the totals of npm test', () => {
	test('are one plain line', () => {
		expect(totalsLine({ passed: 812, failed: 0 })).toBe('812 passed, 0 failed');
	});

	test('Vitest: passed and failed tests', () => {
		const report = { numPassedTests: 10, numFailedTests: 2, testResults: [] };
		expect(countsOfVitest(report)).toEqual({ passed: 10, failed: 2 });
	});

	test('Vitest: a file that does not load has no failing test, and counts as one', () => {
		const report = {
			numPassedTests: 3,
			numFailedTests: 1,
			testResults: [
				{ status: 'failed', assertionResults: [] },
				{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
				{ status: 'passed', assertionResults: [{ status: 'passed' }] }
			]
		};
		expect(countsOfVitest(report)).toEqual({ passed: 3, failed: 2 });
	});

	test('a skipped test counts as failed', () => {
		const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
		expect(countsOfVitest(vitest)).toEqual({ passed: 3, failed: 2 });
		const playwright = { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] };
		expect(countsOfPlaywright(playwright)).toEqual({ passed: 4, failed: 1 });
	});

	test('Playwright: failed, passed at a second try, and errors outside a test are failures', () => {
		const report = {
			stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 },
			errors: [{ message: 'no tests found' }]
		};
		expect(countsOfPlaywright(report)).toEqual({ passed: 5, failed: 3 });
	});

	test.each([null, undefined, {}, [], 'text', { stats: null }])(
		'no report (%j) is no tests',
		(report) => {
			expect(countsOfVitest(report)).toEqual({ passed: 0, failed: 0 });
			expect(countsOfPlaywright(report)).toEqual({ passed: 0, failed: 0 });
		}
	);

	test('a gate without tests counts as one', () => {
		expect(countsOfGate({ exitCode: 0, tests: null })).toEqual({ passed: 1, failed: 0 });
		expect(countsOfGate({ exitCode: 2, tests: null })).toEqual({ passed: 0, failed: 1 });
	});

	test('a gate that failed while its report says nothing of it still shows', () => {
		const tests = { passed: 7, failed: 0 };
		expect(countsOfGate({ exitCode: 1, tests })).toEqual({ passed: 7, failed: 1 });
		expect(countsOfGate({ exitCode: 0, tests })).toEqual({ passed: 7, failed: 0 });
		expect(countsOfGate({ exitCode: 1, tests: { passed: 7, failed: 3 } })).toEqual({
			passed: 7,
			failed: 3
		});
	});

	test('a gate that ran no test at all proves nothing', () => {
		expect(countsOfGate({ exitCode: 0, tests: { passed: 0, failed: 0 } })).toEqual({
			passed: 0,
			failed: 1
		});
	});
});
