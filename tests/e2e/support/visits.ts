import type { BrowserContext } from '@playwright/test';

const open = new Map<string, BrowserContext[]>();

/** This browser is closed with the server it visits. */
export function closesWith(origin: string, context: BrowserContext): void {
	open.set(origin, [...(open.get(origin) ?? []), context]);
}

/**
 * Closes all browsers that visit these addresses. Left open they would go on looking for a server that is
 * gone, each of them, while all later tests run.
 */
export async function closeVisits(...origins: readonly string[]): Promise<void> {
	for (const origin of origins) {
		const contexts = open.get(origin) ?? [];
		open.delete(origin);
		await Promise.all(contexts.map((context) => context.close()));
	}
}
