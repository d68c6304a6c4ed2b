import type { Duty } from '#lib/protocol/views/duty.ts';
import { sayCoordinationDuty } from '../coordination/duty.ts';
import { saySignalsDuty } from '../signals/duty.ts';
import { sayFamilyDuty } from '../family/duty.ts';
import { sayGroundsDuty } from '../grounds/duty.ts';
import { sayMeldcodeStepsDuty } from '../meldcode/duty.ts';
import { sayReferralsDuty } from '../referrals/duty.ts';
import { sayClosingDuty } from '../closing/duty.ts';
import { sayConnectionsDuty } from '../connections/duty.ts';
import { sayMovingDuty } from '../moving/duty.ts';
import { sayActionDuty } from '../actions/duty.ts';

const SAY: Record<Duty['area'], (duty: Duty) => string | null> = {
	coordination: sayCoordinationDuty,
	signals: saySignalsDuty,
	family: sayFamilyDuty,
	grounds: sayGroundsDuty,
	meldcode: sayMeldcodeStepsDuty,
	referrals: sayReferralsDuty,
	closing: sayClosingDuty,
	moving: sayMovingDuty,
	actions: sayActionDuty,
	connections: sayConnectionsDuty
};

/** What is asked, in a few words; one of a newer server than this page is left out. */
export function sayDuty(duty: Duty): string | null {
	return SAY[duty.area](duty);
}
