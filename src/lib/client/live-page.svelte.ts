import { invalidateAll } from '$app/navigation';
import { onMount } from 'svelte';
import type { ViewPartMessage } from '#lib/protocol/live.ts';
import { Connection } from './connection.svelte.ts';

/**
 * Reads an ordinary page again when one of its topics changed for this viewer. Call while a component
 * is made; the connection lives as long as the page.
 */
export function keepFresh(topics: () => readonly string[]): void {
	onMount(() => {
		const connection = new Connection();
		const wanted = topics();
		const open = () => {
			for (const topic of wanted) void connection.ask('view:open', { topic });
		};
		const stops = [
			connection.onReconnect(open),
			// Who has it open is not on an ordinary page: no reason to read, and log, again.
			connection.on<ViewPartMessage>('view:part', ({ part }) => {
				if (part !== 'presence') void invalidateAll();
			}),
			connection.on('view:gone', () => void invalidateAll())
		];
		return () => {
			for (const stop of stops) stop();
			connection.close();
		};
	});
}
