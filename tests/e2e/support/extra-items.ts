import type { Page } from '@playwright/test';
import { nameOf, type PersonKey } from './visitor.ts';

export interface ExtraItem {
	firstName: string;
	reason: string;
	/** Beside whoever runs the meeting. */
	invited: readonly PersonKey[];
}

/**
 * Brings a new case in with the page's own form, without walking through it: for tests about what
 * happens at an item. Resolves to the item's id. Leaves `page` at the form.
 */
export async function bringInQuickly(page: Page, meeting: string, one: ExtraItem): Promise<string> {
	const form = `${meeting}/inbrengen`;
	if (new URL(page.url()).pathname !== form) await page.goto(form);
	const location = await page.evaluate(
		async ({ firstName, reason, names }) => {
			const sent = new FormData(document.querySelector<HTMLFormElement>('main form') ?? undefined);
			sent.delete('participant');
			const boxes = document.querySelectorAll<HTMLInputElement>('input[name=participant]');
			for (const box of boxes)
				if (names.some((name) => box.labels?.[0]?.textContent?.includes(name)))
					sent.append('participant', box.value);
			sent.set('caseCommandId', crypto.randomUUID());
			sent.set('caseId', '');
			for (const name of ['adultFirstName', 'adultLastName', 'adultRelation']) sent.delete(name);
			const fields = {
				childFirstName: firstName,
				childBirthMonth: '2019-05',
				adultFirstName: 'Bo',
				adultLastName: 'Halsema',
				adultRelation: 'ouder',
				reason,
				news: reason
			};
			for (const [name, value] of Object.entries(fields)) sent.set(name, value);
			const answer = await fetch(window.location.href, {
				method: 'POST',
				body: sent,
				headers: { 'x-sveltekit-action': 'true' }
			});
			return JSON.stringify(await answer.json());
		},
		{ firstName: one.firstName, reason: one.reason, names: one.invited.map(nameOf) }
	);
	const item = /punt=([\w-]+)/.exec(location)?.[1];
	if (!item) throw new Error(`The case was not brought in: ${location}`);
	return item;
}
