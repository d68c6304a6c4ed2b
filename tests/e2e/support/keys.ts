import { expect, type Locator, type Page } from '@playwright/test';

/** A person without a mouse. */
export class Keys {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	/** Tab after tab until it has the focus; fails when it cannot be reached. */
	async to(target: Locator, { at = 'Tab', most = 400 } = {}): Promise<void> {
		await expect(target).toBeAttached();
		for (let presses = 0; presses < most; presses += 1) {
			if (await hasFocus(target)) return this.#isSeen(target);
			await this.page.keyboard.press(at);
		}
		throw new Error(`Not reached by keyboard in ${most} presses of ${at}: ${target}`);
	}
	async press(target: Locator, key = 'Enter'): Promise<void> {
		await this.to(target);
		await this.page.keyboard.press(key);
	}
	async type(target: Locator, text: string): Promise<void> {
		await this.to(target);
		await this.page.keyboard.press('Control+a');
		await this.page.keyboard.type(text);
	}
	/** In a group of radio buttons one walks with the arrows. */
	async pick(option: Locator, confirm?: string): Promise<void> {
		const group = option.locator('xpath=ancestor::fieldset[1]').getByRole('radio');
		await this.to(group.and(this.page.locator(':focus')).or(await firstStop(group)));
		for (let presses = 0; presses < 12 && !(await hasFocus(option)); presses += 1)
			await this.page.keyboard.press('ArrowDown');
		if (confirm) await this.page.keyboard.press(confirm);
		else if (!(await option.isChecked())) await this.page.keyboard.press('Space');
	}

	/** Focus that nobody sees is no focus (WCAG 2.4.7, 2.4.11). */
	async #isSeen(target: Locator): Promise<void> {
		await expect(target).toBeInViewport();
	}
}

/** Tab stops at the chosen radio button of a group, or at the first. */
async function firstStop(group: Locator): Promise<Locator> {
	for (const radio of await group.all()) if (await radio.isChecked()) return radio;
	return group.first();
}

function hasFocus(target: Locator): Promise<boolean> {
	return target.first().evaluate((element) => element === document.activeElement);
}
