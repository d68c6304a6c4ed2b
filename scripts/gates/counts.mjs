/** @typedef {{ passed: number, failed: number }} Totals */

/** @param {Totals} totals */
export const totalsLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/**
 * What Vitest's JSON report says. A file that could not be loaded has no failing test, and counts as one;
 * a skipped test proves nothing and counts as failed.
 * @param {unknown} report
 * @returns {Totals}
 */
export function countsOfVitest(report) {
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
		/** @type {Record<string, unknown>} */ (report ?? {});
	const files = Array.isArray(testResults) ? testResults : [];
	const broken = files.filter(
		(file) =>
			file.status === 'failed' &&
			!file.assertionResults?.some(
				/** @param {{ status: string }} test */ (test) => test.status === 'failed'
			)
	).length;
	return {
		passed: number(numPassedTests),
		failed: number(numFailedTests) + number(numPendingTests) + number(numTodoTests) + broken
	};
}

/**
 * What Playwright's JSON report says; a test that passed only at a second try counts as failed.
 * @param {unknown} report
 * @returns {Totals}
 */
export function countsOfPlaywright(report) {
	const { stats, errors } = /** @type {Record<string, unknown>} */ (report ?? {});
	const { expected, unexpected, flaky, skipped } = /** @type {Record<string, unknown>} */ (
		stats ?? {}
	);
	return {
		passed: number(expected),
		failed:
			number(unexpected) +
			number(flaky) +
			number(skipped) +
			(Array.isArray(errors) ? errors.length : 0)
	};
}

/**
 * What a gate adds to the totals: its tests, or itself when it has none. A gate that failed always shows
 * in the failures, also when its report says nothing of it; so does one that ran no test at all.
 * @param {{ exitCode: number, tests: Totals | null }} gate
 * @returns {Totals}
 */
export function countsOfGate({ exitCode, tests }) {
	if (!tests) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
	const isSilent = tests.failed === 0 && (exitCode !== 0 || tests.passed === 0);
	return { passed: tests.passed, failed: tests.failed + (isSilent ? 1 : 0) };
}

/** @param {unknown} value */
const number = (value) => (typeof value === 'number' ? value : 0);
