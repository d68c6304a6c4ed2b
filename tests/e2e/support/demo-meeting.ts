import { expect, type Page } from '@playwright/test';
import { say } from './words.ts';

/** Where the meeting is that is under way in the demo; leaves `page` there. */
export async function toRunningMeeting(page: Page): Promise<string> {
	if (new URL(page.url()).pathname !== '/') await page.goto('/');
	await page
		.getByRole('main')
		.getByRole('link', { name: say('today_join') })
		.first()
		.click();
	await page.waitForURL(/\/overleg\//);
	await expect(page.getByRole('heading', { level: 1, name: /\d\d-\d{4}/ })).toBeVisible();
	return new URL(page.url()).pathname;
}
