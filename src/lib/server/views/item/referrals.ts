import type { ReferralsPart } from '#lib/protocol/views/referrals.ts';
import type { ItemContext } from './context.ts';

export async function referralsPart(context: ItemContext): Promise<ReferralsPart> {
	void context;
	return {};
}
