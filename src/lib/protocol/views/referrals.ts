import type { HandoverPoint } from '#lib/domain/handover.ts';
import type { ReferralStatus } from '#lib/domain/referral.ts';
import type { MissedReason, StagnationReason, StagnationState } from '#lib/domain/stagnation.ts';
import type { PersonRef } from '../views.ts';

/** One side of a warm handover. */
export interface HandoverSide {
	points: HandoverPoint[];
	/** Who last said so. */
	by: string;
	/** How the viewer may speak for this side. */
	may: 'own' | 'by-name' | null;
}

export interface ReferralView {
	id: string;
	from: string;
	to: string;
	reason: string;
	on: string;
	status: ReferralStatus;
	statusOn: string;
	/** Of a no. */
	statusReason: string;
	/** Of a waiting list. */
	expectedOn: string | null;
	given: HandoverSide;
	taken: HandoverSide;
	mayAnswer: boolean;
	revision: number;
}

export interface StagnationView {
	id: string;
	reason: StagnationReason;
	note: string;
	since: string;
	state: StagnationState;
	/** What is tried now, or worked. */
	alternative: { what: string; due: string; owner: PersonRef | null } | null;
	/** What did not work. */
	tried: { what: string; note: string }[];
	revision: number;
}

export interface MissedView {
	id: string;
	on: string;
	withWhom: string;
	reason: MissedReason;
	/** Recorded by the viewer. */
	mine: boolean;
}

/** What the viewer knows of help and referrals (CK1). */
export interface ReferralsPart {
	/** In the order in which the family was sent on. */
	referrals: ReferralView[];
	/** Oldest first. */
	stagnations: StagnationView[];
	/** The last one first. */
	missed: MissedView[];
	/** Missed appointments may be avoidance of care. */
	mayAvoidCare: boolean;
}
