import type { FamilyPart } from '#lib/protocol/views/family.ts';
import type { ItemContext } from './context.ts';

export async function familyPart(context: ItemContext): Promise<FamilyPart> {
	void context;
	return {};
}
