import type { Duty } from '#lib/protocol/views/duty.ts';
import type { DutyContext } from './context.ts';

export async function familyDuties(context: DutyContext): Promise<Duty[]> {
	void context;
	return [];
}
