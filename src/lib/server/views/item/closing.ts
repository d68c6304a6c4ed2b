import type { ClosingPart } from '#lib/protocol/views/closing.ts';
import type { ItemContext } from './context.ts';

export async function closingPart(context: ItemContext): Promise<ClosingPart> {
	void context;
	return {};
}
