import type { Page } from '@playwright/test';

/** What someone's hand did on a page: taps, and changes of page. Typing is not counted, tapping into a field is. */
export interface Taps {
	taps: number;
	pages: number;
	reset(): void;
}

/** Counts from the next page on that is opened. A choice in a list counts as two: open it, choose. */
export async function countTaps(page: Page): Promise<Taps> {
	const counted: Taps = {
		taps: 0,
		pages: 0,
		reset() {
			this.taps = 0;
			this.pages = 0;
		}
	};
	await page.exposeFunction('tapped', (times: number) => void (counted.taps += times));
	await page.addInitScript(() => {
		const tapped = (times: number) => (Reflect.get(window, 'tapped') as (n: number) => void)(times);
		let pointer = false;
		addEventListener('pointerdown', () => ((pointer = true), tapped(1)), true);
		addEventListener('pointerup', () => setTimeout(() => (pointer = false)), true);
		addEventListener(
			'focusin',
			({ target }) => {
				const typed =
					target instanceof HTMLTextAreaElement ||
					(target instanceof HTMLInputElement && !/radio|checkbox/.test(target.type));
				if (typed && !pointer) tapped(1);
			},
			true
		);
		addEventListener(
			'change',
			({ target }) => target instanceof HTMLSelectElement && tapped(2),
			true
		);
	});
	// Another document; an address that only tells which item is in front is none.
	page.on('domcontentloaded', () => void (counted.pages += 1));
	return counted;
}
