import type { Expertise } from '#lib/domain/expertise.ts';
import type {
	Consulted,
	MappedSignals,
	MeldcodeStep,
	OwnDecisions,
	TalkStep
} from '#lib/domain/meldcode-steps.ts';
import type { PressureMoment } from '#lib/domain/pressure.ts';
import type { StraightKind } from '#lib/domain/straight.ts';
import type { Talk } from '#lib/domain/talk.ts';
import type { Weighing, WeighingQuestion } from '#lib/domain/weighing.ts';
import type { PersonRef } from '../views.ts';

/** What one professional wrote at the own steps; null where nothing. */
export interface StepWords {
	signals: MappedSignals | null;
	consulted: Consulted | null;
	weighing: Weighing | null;
	decisions: OwnDecisions | null;
}

/** The viewer's own five steps. */
export interface OwnSteps extends StepWords {
	/** Something was written. */
	begun: boolean;
	done: MeldcodeStep[];
	/** Null: all five are done. */
	next: MeldcodeStep | null;
	reporting: 'norm' | 'pointed-at' | 'open';
	advised: boolean;
	talk: TalkStep;
	/** The others at the item read along. */
	shown: boolean;
	revision: number;
}

/** Someone else's steps: how far, the two decisions once taken, and the words only when shown (ME1). */
export interface OthersSteps {
	person: PersonRef;
	next: MeldcodeStep | null;
	decided: { report: boolean; help: boolean } | null;
	words: StepWords | null;
}

export interface AdviceView {
	id: string;
	childIds: string[];
	organisation: string;
	askedBy: string;
	askedOn: string;
	adviser: string;
	advice: string;
	/** Null: pseudonymous. */
	namedBecause: string | null;
}

export interface StraightView {
	childId: string;
	kind: StraightKind;
	setBy: string;
	mayTakeBack: boolean;
}

export interface TalkView extends Talk {
	talkId: string;
	caregiverIds: string[];
	childIds: string[];
	holder: { id: string; name: string };
	mine: boolean;
	helpFrom: string;
	sayFirst: string;
	outcome: string;
	overdue: boolean;
	/** How many versions of it the viewer knows. */
	revision: number;
}

export interface PressureView {
	kind: PressureMoment['kind'];
	what: string;
	why: string;
	carrier: string;
	told: string;
	lookBackOn: string | null;
	on: string;
	overdue: boolean;
}

export interface MeldcodeStepsPart {
	/** Null: outside the meldcode, or takes no part. */
	own: OwnSteps | null;
	/** A question of A–D counts as observed or suspected, or something goes straight to Veilig Thuis. */
	suspicion: boolean;
	others: OthersSteps[];
	/** How the viewer's organisation words the weighing; a question not in it has the standard words. */
	questions: { framework: string; words: Partial<Record<WeighingQuestion, string>> };
	mayAskAdvice: boolean;
	advices: AdviceView[];
	straight: StraightView[];
	talks: TalkView[];
	expertise: {
		/** Why it is asked for; null: it is not. */
		why: 'positive' | 'unchecked' | null;
		missing: Expertise[];
		/** Who would be invited; only for who may invite. */
		toInvite: { expertise: Expertise; name: string }[];
	};
	pressure: {
		asks: boolean;
		inForce: PressureView | null;
		/** The last "not now" at this item. */
		notNow: string | null;
	};
}
