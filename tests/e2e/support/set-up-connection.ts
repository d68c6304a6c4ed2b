import { expect, type Locator, type Page } from '@playwright/test';
import { say } from './words.ts';

export type Way = 'mail' | 'caldav' | 'webhook' | 'api';

/** An administrator on the way to a new connection, from wherever they are, by what is on the screen. */
export class SetUpConnection {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	async choose(way: Way, organisation?: string): Promise<void> {
		const { page } = this;
		await page.getByRole('link', { name: say('nav_admin'), exact: true }).click();
		await page.getByRole('link', { name: say('admin_connectors'), exact: true }).click();
		await page.getByRole('link', { name: say('koppelingen_new_title') }).click();
		await page
			.getByRole('listitem')
			.filter({ has: page.getByRole('heading', { name: say(`connections_way_${way}`) }) })
			.getByRole('link')
			.click();
		if (organisation)
			await page.getByLabel(say('koppelingen_organisation')).selectOption({ label: organisation });
	}

	/** Makes it; gives how many actions that stood ready go by it now. */
	async make(): Promise<number> {
		const { page } = this;
		await page.getByRole('button', { name: say('koppelingen_set_up') }).click();
		const made = page.getByRole('main').getByText(say('connections_made_title')).locator('..');
		await expect(made).toBeVisible();
		return Number(/(\d+) acties? die klaarstond/.exec(await made.innerText())?.[1] ?? 0);
	}

	async toConnection(): Promise<void> {
		await this.page.getByRole('link', { name: say('connections_made_test'), exact: true }).click();
	}

	of(organisation: string, way: Way): Locator {
		return this.page
			.getByRole('main')
			.locator('section')
			.filter({ has: this.page.getByRole('heading', { level: 3, name: organisation }) })
			.filter({ hasText: say(`connections_way_${way}`) });
	}

	async test(organisation: string, way: Way): Promise<void> {
		await this.of(organisation, way)
			.getByRole('button', { name: say('koppelingen_test') })
			.click();
	}
}
