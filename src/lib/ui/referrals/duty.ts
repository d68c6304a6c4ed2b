import type { Duty } from '#lib/protocol/views/duty.ts';

export function sayReferralsDuty(duty: Duty): string | null {
	void duty;
	return null;
}
