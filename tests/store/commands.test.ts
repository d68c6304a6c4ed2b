import { describe, expect, test } from 'vitest';
import { at, ID } from './fixture.ts';
import { STORES } from './implementations.ts';

const command = (id: string, minutes: number, result: unknown = null) => ({
	id,
	personId: ID.hilde,
	name: 'item.add-general',
	inputHash: 'hash',
	result,
	at: at(minutes)
});

describe.each(STORES)('commands: %s', (_, open) => {
	test.each([[{ itemId: 'one', tags: ['a', null, 3] }], [null], ['text'], [0]])(
		'the answer comes back as it was given: %j',
		async (result) => {
			const store = await open();
			await store.write(({ commands }) => commands.add(command('c', 0, result)));
			expect(await store.read.commands.find('c')).toEqual(command('c', 0, result));
		}
	);

	test('an id is there once', async () => {
		const store = await open();
		await store.write(({ commands }) => commands.add(command('c', 0)));
		await expect(store.write(({ commands }) => commands.add(command('c', 1)))).rejects.toThrow();
	});

	test('old ones are forgotten, up to the moment itself', async () => {
		const store = await open();
		await store.write(async ({ commands }) => {
			await commands.add(command('old', 0));
			await commands.add(command('on-the-moment', 5));
			await commands.forgetBefore(at(5));
		});
		expect(await store.read.commands.find('old')).toBeNull();
		expect(await store.read.commands.find('on-the-moment')).not.toBeNull();
	});
});
