import { expect, type Locator, type Page } from '@playwright/test';
import { choice, say, starts } from './words.ts';

export interface Verdict {
	safety: string;
	grade: number;
	risk: string;
}

/** A case item in the room. */
export class CaseItem {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get status(): Locator {
		return this.page.locator('header .pill');
	}
	async saved(): Promise<void> {
		await expect(this.status).toHaveText(say('saved_status_saved'));
	}

	/** The shared text of an organisation, or the common one. */
	text(label: string): Locator {
		return this.page.getByRole('textbox', { name: label, exact: true });
	}
	get common(): Locator {
		return this.text(say('room_common'));
	}
	/** H33 and H34 of the child in front. */
	get worries(): Locator {
		return this.text(say('room_worries'));
	}
	get grounds(): Locator {
		return this.text(say('room_grounds'));
	}

	/** About the child in front; of a question that is asked per adult the first, or who is named. */
	question(id: string, adult?: string): Locator {
		const under = adult ? `h4:has-text("${adult}") ~ ` : '';
		return this.page.locator(`#inschatting ${under}[id^="vraag-${id}-"]:visible`).first();
	}
	async answer(id: string, option: string, source?: string, adult?: string): Promise<void> {
		const question = this.question(id, adult);
		const words = choice(option);
		await question
			.getByRole('radiogroup', { name: say('assessment_your_answer', { id }) })
			.getByText(words, { exact: true })
			.click();
		if (source) {
			const form = question.getByRole('form');
			await form.getByLabel(say('assessment_form_source')).fill(source);
			await form.getByRole('button', { name: say('assessment_save') }).click();
			await expect(form).toBeHidden();
		}
		await expect(this.radio(id, option, adult)).toBeChecked();
	}
	radio(id: string, option: string, adult?: string): Locator {
		return this.question(id, adult)
			.getByRole('radiogroup', { name: say('assessment_your_answer', { id }) })
			.getByRole('radio', { name: choice(option), exact: true });
	}
	/** The chair records what the table chose. */
	async decide(id: string, option: string): Promise<void> {
		const question = this.question(id);
		await question.getByRole('button', { name: starts('assessment_choose_together') }).click();
		await question
			.getByRole('radiogroup', { name: say('assessment_choose_label', { id }) })
			.getByText(choice(option), { exact: true })
			.click();
	}
	tableChose(id: string, option: string): Locator {
		return this.question(id).getByText(say('assessment_table_chose', { choice: choice(option) }));
	}
	/** Section C is about the adults: at a second child its button is done already. */
	async restNotChecked(sections = ['A', 'B', 'C', 'D', 'E']): Promise<void> {
		for (const section of sections) {
			const key = section === 'E' ? 'assessment_rest_protection' : 'assessment_rest_signal';
			const button = this.page
				.getByRole('button', { name: starts(key) })
				.filter({ hasText: `(${section})` });
			await button.click();
			await expect(button).toBeDisabled();
		}
	}

	get judgement(): Locator {
		return this.page.locator('#oordeel');
	}
	async judge(verdict: Verdict, reasons: [string, string]): Promise<void> {
		await this.#fillVerdict(verdict);
		// The form of another child stays, out of sight.
		const why = this.judgement.getByLabel(say('judgement_why')).filter({ visible: true });
		await why.nth(0).fill(reasons[0]);
		await why.nth(1).fill(reasons[1]);
		await this.judgement.getByRole('button', { name: say('judgement_send') }).click();
	}
	/** The chair's: all judgements of the child in front are seen at once. */
	async reveal(): Promise<void> {
		const name = say('judgement_reveal');
		await this.judgement.getByRole('button', { name, exact: true }).click();
		await this.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
	}
	async judgeJointly(verdict: Verdict, motivation: string): Promise<void> {
		await this.#fillVerdict(verdict);
		await this.judgement.getByLabel(say('judgement_joint_motivation')).fill(motivation);
		await this.judgement.getByRole('button', { name: say('judgement_joint_save') }).click();
		await expect(this.judgement.getByText(motivation)).toBeVisible();
	}
	async #fillVerdict({ safety, grade, risk }: Verdict): Promise<void> {
		const pick = (words: string) =>
			this.judgement.getByRole('radio', { name: words, exact: true }).first();
		await pick(choice(safety, 'H31')).check();
		await pick(String(grade)).check({ force: true });
		await pick(choice(risk, 'H32')).check();
	}
	veiligThuisStep(child: string): Locator {
		return this.page.getByRole('region', { name: say('vt_title', { name: child }) });
	}
	/** One's own organisation's decision in the Veilig Thuis step; of which child, when it is open for more. */
	async decideVeiligThuis(
		decision: 'vt_reported' | 'vt_advice_asked',
		child?: string
	): Promise<void> {
		const step = child ? this.veiligThuisStep(child) : this.judgement;
		await step.getByRole('radio', { name: say(decision), exact: true }).check();
		await step.getByRole('button', { name: say('vt_save') }).click();
	}

	get actions(): Locator {
		return this.page.locator('#acties');
	}
	action(title: string): Locator {
		return this.actions.getByRole('row').filter({ hasText: title });
	}
	async propose(title: string, owner: string, due: string): Promise<void> {
		await this.actions.getByLabel(say('action_what')).fill(title);
		await this.actions.getByLabel(say('action_who')).selectOption({ label: owner });
		await this.actions.getByLabel(say('action_when')).fill(due);
		await this.actions.getByRole('button', { name: say('action_propose'), exact: true }).click();
		await expect(this.action(title)).toBeVisible();
	}
	async accept(title: string): Promise<void> {
		await this.action(title)
			.getByRole('button', { name: say('action_accept') })
			.click();
		await expect(this.action(title).getByText(say('action_status_accepted'))).toBeVisible();
	}

	get decisions(): Locator {
		return this.page.locator('#vaststellen');
	}
	async ratify(): Promise<void> {
		await this.decisions.getByRole('button', { name: starts('decisions_ratify') }).click();
		await expect(this.decisions.getByText(say('decisions_done_mine'))).toBeVisible();
	}
}
