import { onMount } from 'svelte';
import { invalidateAll } from '$app/navigation';
import type { Result } from '#lib/domain/result.ts';
import type { CommandInput, CommandName } from '#lib/protocol/commands.ts';
import type { ViewPartMessage } from '#lib/protocol/live.ts';
import { Connection } from './connection.svelte.ts';
import { LiveView } from './live-view.svelte.ts';
import type { SeenItem } from './room.svelte.ts';

/**
 * A case outside its meeting: the newest item one takes part in, live. Make it while a component is made;
 * the page is read again when something of the case changes.
 */
export class CaseItem {
	readonly connection = new Connection();
	readonly live: LiveView<SeenItem>;

	constructor(itemId: string) {
		this.live = new LiveView<SeenItem>(this.connection, `item:${itemId}`);
		const stop = this.connection.on<ViewPartMessage>('view:part', ({ part }) => {
			if (part !== 'presence') void invalidateAll();
		});
		onMount(() => () => {
			stop();
			this.live.close();
			this.connection.close();
		});
	}

	send<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<Result<unknown>> {
		return this.connection.send(name, input);
	}
}
