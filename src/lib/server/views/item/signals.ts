import type { SignalsPart } from '#lib/protocol/views/signals.ts';
import type { ItemContext } from './context.ts';

export async function signalsPart(context: ItemContext): Promise<SignalsPart> {
	void context;
	return {};
}
