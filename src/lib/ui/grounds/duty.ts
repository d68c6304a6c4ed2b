import type { Duty } from '#lib/protocol/views/duty.ts';

export function sayGroundsDuty(duty: Duty): string | null {
	void duty;
	return null;
}
