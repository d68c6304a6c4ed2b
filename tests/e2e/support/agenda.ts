import { expect, type Locator, type Page } from '@playwright/test';
import { say } from './words.ts';

export interface NewCase {
	child: { firstName: string; birthMonth: string };
	caregiver: { firstName: string; lastName: string; relation: string };
	reason: string;
	news: string;
	/** Members that are not asked, and others that are, by name. */
	without?: string[];
	guests?: string[];
}

/** A meeting's agenda in the room, and what the chair does with it. */
export class Agenda {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	/** The list on the page of the whole agenda. */
	get rows(): Locator {
		return this.page.locator('ol.rows > li');
	}
	row(text: string): Locator {
		return this.rows.filter({ hasText: text });
	}
	/** The list at the left, always there. */
	get pane(): Locator {
		return this.page.getByRole('navigation', { name: say('room_agenda') });
	}

	async showWhole(): Promise<void> {
		await this.pane.getByRole('button', { name: say('room_whole_agenda') }).click();
	}
	async open(code: string): Promise<void> {
		await this.pane.getByRole('button', { name: say('room_case', { code }) }).click();
		await expect(
			this.page.getByRole('heading', { level: 1, name: say('room_case', { code }) })
		).toBeVisible();
	}
	/** The codes of the case items, in the order this person sees. */
	async codes(): Promise<string[]> {
		const lines = await this.pane.getByRole('button').allTextContents();
		return lines.flatMap((line) => /\d\d-\d{4}/.exec(line) ?? []);
	}

	async bringIn(one: NewCase): Promise<string> {
		const { page } = this;
		await page
			.getByRole('link', { name: say('room_add_case') })
			.first()
			.click();
		await expect(page.getByRole('heading', { level: 1, name: say('room_add_case') })).toBeVisible();
		const children = page.getByRole('group', { name: say('bring_children') });
		await children.getByLabel(say('bring_first_name')).first().fill(one.child.firstName);
		await children.getByLabel(say('bring_birth_month')).first().fill(one.child.birthMonth);
		const adults = page.getByRole('group', { name: say('room_caregivers') });
		await adults.getByLabel(say('bring_first_name')).first().fill(one.caregiver.firstName);
		await adults.getByLabel(say('bring_last_name')).first().fill(one.caregiver.lastName);
		await adults.getByLabel(say('bring_relation')).first().fill(one.caregiver.relation);
		await page.getByRole('textbox', { name: say('room_reason'), exact: true }).fill(one.reason);
		await page.getByRole('textbox', { name: say('room_news'), exact: true }).fill(one.news);
		for (const name of one.without ?? []) await page.getByLabel(new RegExp(name)).uncheck();
		if (one.guests?.length) await page.getByText(say('bring_others')).first().click();
		for (const name of one.guests ?? []) await page.getByLabel(new RegExp(name)).check();
		await page.getByRole('button', { name: say('bring_add') }).click();
		const title = page.getByRole('heading', { level: 1, name: /\d\d-\d{4}/ });
		await expect(title).toBeVisible();
		return /\d\d-\d{4}/.exec(await title.innerText())?.[0] ?? '';
	}

	async moveUp(code: string): Promise<void> {
		const item = say('room_case', { code });
		await this.page.getByRole('button', { name: say('room_move_up', { item }) }).click();
	}
	async startMeeting(): Promise<void> {
		await this.page.getByRole('button', { name: say('room_start_meeting') }).click();
		await expect(this.page.getByRole('button', { name: say('room_close_meeting') })).toBeVisible();
	}
	async setLive(code: string): Promise<void> {
		await this.showWhole();
		await this.row(code)
			.getByRole('button', { name: say('room_set_live') })
			.click();
		await expect(this.row(code).getByText(say('room_state_live'))).toBeVisible();
	}
	async admit(firstName: string): Promise<void> {
		await this.page.getByRole('button', { name: say('room_admit', { name: firstName }) }).click();
	}
	async conclude(): Promise<void> {
		await this.page.getByRole('button', { name: say('room_conclude_item') }).click();
	}
	/** Where safety was not judged yet, the dialog asks why; saying so carries over. */
	async carryOver(why = say('room_skip_no_time'), note = ''): Promise<void> {
		await this.page.getByRole('button', { name: say('room_carry_over'), exact: true }).click();
		const dialog = this.page.getByRole('dialog');
		const asked = dialog.getByRole('button', { name: why });
		const plain = dialog.getByRole('button', { name: say('room_carry_over'), exact: true });
		await expect(asked.or(plain)).toBeVisible();
		if (note) await dialog.getByLabel(say('room_skip_note')).fill(note);
		await ((await asked.isVisible()) ? asked : plain).click();
		await expect(dialog).toBeHidden();
	}
	async close(): Promise<void> {
		await this.page.getByRole('button', { name: say('room_close_meeting') }).click();
		const dialog = this.page.getByRole('dialog');
		await dialog.getByRole('button', { name: say('room_close_meeting') }).click();
		await expect(this.page.getByRole('link', { name: say('room_record') }).first()).toBeVisible();
	}
	/** Only shown to who may be in the conversation. */
	get video(): Locator {
		return this.page.getByRole('link', { name: say('room_video') });
	}
}
