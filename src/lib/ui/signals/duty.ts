import type { Duty } from '#lib/protocol/views/duty.ts';

export function saySignalsDuty(duty: Duty): string | null {
	void duty;
	return null;
}
