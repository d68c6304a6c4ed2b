import type { GroundsPart } from '#lib/protocol/views/grounds.ts';
import type { ItemContext } from './context.ts';

export async function groundsPart(context: ItemContext): Promise<GroundsPart> {
	void context;
	return {};
}
