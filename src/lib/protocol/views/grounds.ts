import type { AgeBand } from '#lib/domain/anonymous-question.ts';
import type { ConsentState, Custody } from '#lib/domain/consent.ts';
import type { LegalGround } from '#lib/domain/grounds.ts';

/** On what ground one organisation is at the item. */
export interface GroundLine {
	organisationId: string;
	organisation: string;
	/** Null: still to be recorded. */
	ground: LegalGround | null;
	explanation: string;
	/** Null: not known yet. */
	informed: boolean | null;
	notInformedBecause: string;
	endsOn: string | null;
	/** Its last day has passed, and it is there still: it runs the table. */
	expired: boolean;
	ended: { on: string; by: string | null; because: string } | null;
	/** It rests on consent, and not everyone who is needed gave it. */
	withoutConsent: boolean;
	runsTable: boolean;
	mayRecord: boolean;
	mayWithdraw: boolean;
	/** 0: nothing is stored of it yet. */
	revision: number;
}

/** A person whose consent is needed on a child, and what he or she said. */
export interface ConsentLine {
	/** The child itself, or a caregiver. */
	subjectId: string;
	state: ConsentState;
	on: string | null;
	recordedBy: string | null;
	/** Names; null: all at the table. */
	organisations: string[] | null;
}

export interface ChildConsent {
	childId: string;
	lines: ConsentLine[];
	/** Parents are needed, and nobody registered has custody. */
	custodianUnknown: boolean;
}

export interface SharingReasonView {
	why: string;
	lessWouldDo: string;
	otherWay: string;
	informed: boolean;
	notInformedBecause: string;
}

export interface AnonymousQuestionLine {
	id: string;
	childId: string;
	age: AgeBand;
	text: string;
	to: string;
	askedBy: string;
	askedOn: string;
	answer: { text: string; on: string } | null;
	mayWithdraw: boolean;
}

export interface GroundsPart {
	grounds: GroundLine[];
	/** Of each child, in their order. */
	consent: ChildConsent[];
	/** What is said of custody, by caregiver and child. */
	custody: { caregiverId: string; childId: string; custody: Custody }[];
	/** Facts on consent and on custody that the viewer knows, by whom they are about. */
	revisions: Record<string, number>;
	/** More than one organisation, and not everyone consented for all of them. */
	withoutConsent: boolean;
	/** Somebody withdrew consent, and what now is not settled. */
	withdrawn: boolean;
	reason: (SharingReasonView & { by: string; on: string; revision: number }) | null;
	/** Of an earlier item, to begin with. */
	reasonBefore: SharingReasonView | null;
	questions: AnonymousQuestionLine[];
}

/** All that the person who is asked gets to see. */
export interface AskedAnonymously {
	id: string;
	age: AgeBand;
	text: string;
	askedOn: string;
	answer: { text: string; on: string } | null;
}
