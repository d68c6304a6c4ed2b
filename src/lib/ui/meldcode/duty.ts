import type { Duty } from '#lib/protocol/views/duty.ts';

export function sayMeldcodeStepsDuty(duty: Duty): string | null {
	void duty;
	return null;
}
