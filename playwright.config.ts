import { defineConfig, devices } from '@playwright/test';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** Debian's browser; `npm test` finds or installs it and names it in CHROMIUM. */
const executablePath =
	process.env.CHROMIUM ??
	['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
		.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((dir) => join(dir, name)))
		.find(isProgram);

export default defineConfig({
	testDir: 'tests/e2e',
	// Playwright empties this folder at each start: the reports lie outside it.
	outputDir: 'test-results/browser',
	// Patience, not a measure: two browsers at once on two cores take their time.
	timeout: 240_000,
	expect: { timeout: 30_000 },
	workers: Number(process.env.E2E_WORKERS ?? 2),
	forbidOnly: true,
	retries: 0,
	reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
	use: {
		...devices['Desktop Chrome'],
		locale: 'nl-NL',
		timezoneId: 'Europe/Amsterdam',
		actionTimeout: 30_000,
		navigationTimeout: 30_000,
		screenshot: 'only-on-failure',
		// A trace of each keystroke takes longer than the test: asked for when something is to be looked into.
		trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
		launchOptions: {
			...(executablePath ? { executablePath } : {}),
			// Root in a container has no sandbox; the rest keeps the browser from calling out.
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	}
});

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
