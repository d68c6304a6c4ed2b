import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const SIZES = [
	{ width: 1440, height: 900 },
	{ width: 820, height: 1180 },
	{ width: 390, height: 844 }
] as const;

/** No violation that axe knows of, and nothing to scroll sideways for, on a desk, a tablet and a phone. */
export async function expectAccessible(page: Page, name = 'page'): Promise<void> {
	for (const size of SIZES) {
		await page.setViewportSize(size);
		await expectNoViolation(page, `${name} at ${size.width} px`);
		const wide = await page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			return scrollWidth - clientWidth;
		});
		expect
			.soft(wide, `${name} at ${size.width} px: wider than the screen by`)
			.toBeLessThanOrEqual(0);
	}
}

async function expectNoViolation(page: Page, name: string): Promise<void> {
	// Without frames of others in the page there is no need for a second page to put results together.
	const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
	expect.soft(violations.map(inShort), name).toEqual([]);
}

function inShort(violation: { id: string; nodes: { html: string; failureSummary?: string }[] }) {
	const nodes = violation.nodes.map(({ html, failureSummary }) => ({
		html: html.slice(0, 200),
		summary: failureSummary?.slice(0, 300)
	}));
	return { id: violation.id, nodes: nodes.slice(0, 3), count: nodes.length };
}
