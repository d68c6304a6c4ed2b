import { expect, type Locator, test } from '@playwright/test';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { CaseItem } from './support/item.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { visitorAs } from './support/visitor.ts';
import { say } from './support/words.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

/** Types word after word, and remembers which of them the page has called saved. */
class Typist {
	readonly typed: string[] = [];
	readonly saved = new Set<string>();
	readonly #item: CaseItem;
	readonly #fields: readonly Locator[];
	readonly #name: string;
	#going = true;

	constructor(item: CaseItem, name: string, fields: readonly Locator[]) {
		this.#item = item;
		this.#name = name;
		this.#fields = fields;
	}

	async type(): Promise<void> {
		while (this.#going) {
			const word = `${this.#name}${this.typed.length}`;
			const field = this.#fields[this.typed.length % this.#fields.length]!;
			await field.focus();
			// As one keystroke of an input method does: no letter of another comes in between.
			await this.#item.page.keyboard.insertText(`${word} `);
			this.typed.push(word);
			await this.#look();
		}
	}
	stop(): void {
		this.#going = false;
	}

	/** The texts and the status line of one moment. */
	async #look(): Promise<void> {
		const { status, text } = await this.#item.page.evaluate(() => ({
			status: document.querySelector('header .pill')?.textContent ?? '',
			text: [...document.querySelectorAll('textarea')].map((each) => each.value).join('\n')
		}));
		if (status !== say('saved_status_saved')) return;
		const words = new Set(text.split(/\s+/));
		for (const word of this.typed) if (words.has(word)) this.saved.add(word);
	}
}

/** How long a busy machine may take to draw so many words twice. */
const PATIENCE = { timeout: 60_000 };

test('kill -9 in the middle of typing: all that was called saved is there, and what was typed while it was down', async ({
	browser
}) => {
	const hilde = await visitorAs(browser, server, 'hilde');
	const meeting = await toRunningMeeting(hilde.page);
	const roos = await visitorAs(browser, server, 'roos', { to: meeting });
	const items = [new CaseItem(hilde.page), new CaseItem(roos.page)] as const;
	const fields = ([item, own]: [CaseItem, string]) => [item.text(own), item.common];
	const typists = [
		new Typist(items[0], 'hilde', fields([items[0], 'CJG Noorderveld'])),
		new Typist(items[1], 'roos', fields([items[1], 'Veilig Thuis Noorderveld']))
	] as const;
	for (const item of items) {
		await expect(item.common).toBeEditable();
		await item.saved();
	}

	const typing = Promise.all(typists.map((typist) => typist.type()));
	const least = (of: (typist: Typist) => number) => Math.min(...typists.map(of));
	await expect.poll(() => least(({ saved }) => saved.size), PATIENCE).toBeGreaterThan(20);
	await server.kill('SIGKILL');
	const atKill = typists.map(({ typed }) => typed.length);

	// Honest: it does not say that it is saved, and it counts what the others do not have.
	for (const item of items)
		await expect(item.status).toHaveText(/\d+ wijzigingen nog niet bij de anderen/);
	const calledSaved = typists.map(({ saved }) => saved.size);
	await expect
		.poll(
			() => least((typist) => typist.typed.length - (atKill[typists.indexOf(typist)] ?? 0)),
			PATIENCE
		)
		.toBeGreaterThan(10);
	expect(typists.map(({ saved }) => saved.size)).toEqual(calledSaved);

	await server.restart();
	const before = typists.map(({ saved }) => saved.size);
	await expect
		.poll(() => least((one) => one.saved.size - (before[typists.indexOf(one)] ?? 0)), PATIENCE)
		.toBeGreaterThan(10);
	for (const typist of typists) typist.stop();
	await typing;
	for (const item of items) await item.saved();

	const textsOf = (item: CaseItem) =>
		item.page.evaluate(() =>
			[...document.querySelectorAll('textarea')]
				.map((each) => `${each.labels[0]?.textContent}: ${each.value}`)
				.toSorted()
		);
	await expect.poll(() => textsOf(items[1])).toEqual(await textsOf(items[0]));
	const words = (await textsOf(items[0])).join(' ').split(/\s+/);
	for (const { typed, saved } of typists) {
		expect([...saved].filter((word) => !words.includes(word))).toEqual([]);
		expect(typed.filter((word) => !words.includes(word))).toEqual([]);
		expect(words.filter((word) => typed.includes(word)).length).toBe(typed.length);
	}

	const later = await visitorAs(browser, server, 'yusuf', { to: meeting });
	const stored = new CaseItem(later.page);
	await expect(stored.common).toHaveValue(await items[0].common.inputValue());
});
