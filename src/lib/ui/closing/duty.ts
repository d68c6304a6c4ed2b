import type { Duty } from '#lib/protocol/views/duty.ts';

export function sayClosingDuty(duty: Duty): string | null {
	void duty;
	return null;
}
