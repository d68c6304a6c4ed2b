import type { MeldcodeStepsPart } from '#lib/protocol/views/meldcode.ts';
import type { ItemContext } from './context.ts';

export async function meldcodeStepsPart(context: ItemContext): Promise<MeldcodeStepsPart> {
	void context;
	return {};
}
