import type { ActionStatus } from '#lib/domain/action.ts';
import type { ItemStatus, MeetingStatus } from '#lib/domain/agenda.ts';
import type { AnswerValue } from '#lib/domain/answer.ts';
import type { MeetingFormat } from '#lib/domain/format.ts';
import type { Risk, Safety } from '#lib/domain/judgement.ts';
import type { OrganisationKind } from '#lib/domain/organisation.ts';
import type { ConnectorKind } from '#lib/domain/connector-kind.ts';
import type { DeliveryStatus } from '#lib/domain/retry.ts';
import type { MeldcodeDecision } from '#lib/domain/veilig-thuis.ts';
import type { CoordinationPart } from './views/coordination.ts';
import type { SignalsPart } from './views/signals.ts';
import type { FamilyPart } from './views/family.ts';
import type { GroundsPart } from './views/grounds.ts';
import type { MeldcodeStepsPart } from './views/meldcode.ts';
import type { ReferralsPart } from './views/referrals.ts';
import type { ClosingPart } from './views/closing.ts';
import type { CaseSection } from '#lib/domain/case-section.ts';
import type { LastTimePart } from './views/last-time.ts';
import type { BoardLine, Proposal } from './views/meeting.ts';
import type { MovingPart } from './views/moving.ts';

export type { CoordinationPart, RoleView } from './views/coordination.ts';

/**
 * What one viewer may see of a topic, in parts that are sent again only when they changed for that
 * viewer. Moments are ISO strings in UTC, days `YYYY-MM-DD`.
 */
export interface PersonRef {
	id: string;
	name: string;
	function: string;
	organisationId: string;
	organisation: string;
	organisationKind: OrganisationKind;
}

export type TableRole = 'chair' | 'deputy' | 'member' | 'guest';

export interface MeetingPart {
	id: string;
	tableId: string;
	tableName: string;
	format: MeetingFormat;
	/** The day; a guest gets no hour but that of the own items. */
	day: string;
	/** Null for a guest: the length of a meeting tells how much is discussed. */
	startsAt: string | null;
	minutes: number | null;
	place: string;
	status: MeetingStatus;
	/** Called for one case, at once. */
	urgent: boolean;
	startedAt: string | null;
	closedAt: string | null;
	role: TableRole;
	/** Chair or deputy: orders, runs, records. */
	mayRun: boolean;
	me: PersonRef;
	/** Usually joins from elsewhere. */
	remote: boolean;
	/** Only for who runs the meeting, and for who is admitted to the live item. */
	videoLink: string | null;
}

export interface AgendaLine {
	id: string;
	kind: 'general' | 'case';
	title: string;
	code: string | null;
	caseId: string | null;
	/** The heading it stands under; null for a general item. */
	section: CaseSection | null;
	/** Every child was judged together at this item. */
	judged: boolean;
	/** How often the case left an agenda without that since the last time. */
	skips: number;
	reason: string;
	news: string;
	presenter: PersonRef | null;
	participants: PersonRef[];
	/** Who is admitted to the conversation now; only for who runs the meeting. */
	admitted: string[];
	minutes: number;
	status: ItemStatus;
	liveSince: string | null;
	spentSeconds: number;
	revision: number;
}

/** When an own item is expected, rounded to five minutes: the one thing told of what is hidden. */
export interface ExpectedTime {
	itemId: string;
	at: string;
}

export interface WaitingPerson {
	person: PersonRef;
	itemId: string;
	/** The item is live: "laat … nu toe". */
	now: boolean;
}

export interface MeetingView {
	meeting: MeetingPart;
	agenda: AgendaLine[];
	/** A part of its own, so that hidden items moving sends nothing else. */
	expected: ExpectedTime[];
	/** Only for who runs the table, as long as the meeting is planned. */
	proposals: Proposal[];
	/** Only for who runs the meeting. */
	board: BoardLine[];
	/** Only for who runs the meeting. */
	waiting: WaitingPerson[];
}

export interface ChildRef {
	id: string;
	firstName: string;
	birthMonth: string;
}
export interface CaregiverRef {
	id: string;
	firstName: string;
	lastName: string;
	relation: string;
}

export interface HeadPart {
	id: string;
	meetingId: string;
	tableId: string;
	tableName: string;
	meetingStatus: MeetingStatus;
	caseId: string;
	code: string;
	children: ChildRef[];
	caregivers: CaregiverRef[];
	presenter: PersonRef | null;
	reason: string;
	news: string;
	minutes: number;
	status: ItemStatus;
	liveSince: string | null;
	spentSeconds: number;
	concludedAt: string | null;
	revision: number;
	mayRun: boolean;
	me: PersonRef;
	/** The viewer's own organisation's, never another's. */
	dossierReference: string;
}

export interface ItemPerson extends PersonRef {
	underMeldcode: boolean;
	/** What he or she is at the table; a guest comes for this item only. */
	role: TableRole;
	guest: boolean;
	runs: boolean;
	/** Is asked to the item: answers and judges. A deputy who only may run it does not. */
	takesPart: boolean;
	attendedAt: string | null;
	admittedAt: string | null;
	leftAt: string | null;
}

/** Who has this item open now, from the server's own knowledge of the connections. */
export interface PresencePart {
	personId: string;
	remote: boolean;
}

export interface AnswerView {
	subjectId: string;
	questionId: string;
	personId: string;
	organisationId: string;
	enteredBy: string;
	value: AnswerValue;
	source: string | null;
	observedOn: string | null;
	revision: number;
	at: string;
}
export interface TableAnswerView {
	subjectId: string;
	questionId: string;
	value: AnswerValue;
	recordedBy: string;
	revision: number;
	at: string;
}
export interface AssessmentPart {
	answers: AnswerView[];
	tableAnswers: TableAnswerView[];
}

export interface JudgementView {
	personId: string;
	organisationId: string;
	safety: Safety;
	grade: number;
	risk: Risk;
	safetyReason: string;
	riskReason: string;
	revision: number;
	at: string;
}
export interface ChildJudgements {
	childId: string;
	revealedAt: string | null;
	/** Null when all present had given theirs. */
	revealedBy: string | null;
	submittedBy: string[];
	own: JudgementView | null;
	/** Empty until the reveal. */
	others: JudgementView[];
	joint: {
		safety: Safety;
		grade: number;
		risk: Risk;
		motivation: string;
		recordedBy: string;
		revision: number;
		at: string;
	} | null;
	dissents: { personId: string; reason: string; at: string }[];
}

export interface MeldcodePart {
	/** Children for whom the Veilig Thuis step is open (instrument rule 3). */
	open: string[];
	decisions: {
		childId: string;
		organisationId: string;
		decision: MeldcodeDecision;
		because: string | null;
		decidedOn: string;
		personId: string;
		revision: number;
	}[];
	/** Still to be decided; the item can't be concluded while there are any. */
	outstanding: { childId: string; organisationId: string }[];
}

export interface ActionView {
	id: string;
	itemId: string;
	code: string;
	title: string;
	ownerOrganisation: { id: string; name: string; kind: OrganisationKind };
	owner: PersonRef | null;
	due: string;
	tellTo: string;
	status: ActionStatus;
	reason: string | null;
	doneOn: string | null;
	result: string | null;
	revision: number;
	proposedBy: PersonRef | null;
	/** What the viewer may do with it now. */
	may: ('answer' | 'hand-on' | 'start' | 'finish' | 'change' | 'leave-unowned' | 'withdraw')[];
	history: {
		kind: string;
		at: string;
		who: string;
		detail: Record<string, string | number | null>;
	}[];
}

export interface DecisionsPart {
	version: number;
	text: string;
	hash: string;
	createdAt: string;
	ratifiedAt: string | null;
	ratifiedBy: { personId: string; at: string }[];
	/** Who was at the item and is asked. */
	attendees: string[];
	/** The text changed after an earlier version was ratified. */
	reopened: boolean;
}

export interface LedgerLine {
	deliveryId: string;
	type: 'action-assigned' | 'action-changed' | 'action-withdrawn' | 'action-list-ratified';
	/** The action's id, or null for the action list. */
	actionId: string | null;
	organisation: { id: string; name: string };
	/** Null: no connection set up, told in the app only. */
	by: ConnectorKind | null;
	status: DeliveryStatus;
	attempts: number;
	createdAt: string;
	sentAt: string | null;
	receivedAt: string | null;
	readAt: string | null;
	nextAttemptAt: string | null;
	parkedAt: string | null;
	/** Stable code of the last failure. */
	error: string | null;
	/** Handed over on paper in this text, by whom and when. */
	paper: { name: string; at: string } | null;
	/** Of the action list: which version. */
	version: number | null;
	/** What the receiver said: is this version in its own dossier? Null until someone answered. */
	filed: { filed: boolean; reason: string; name: string; at: string } | null;
}

export interface ItemView {
	head: HeadPart;
	lastTime: LastTimePart;
	people: ItemPerson[];
	assessment: AssessmentPart;
	judgements: ChildJudgements[];
	meldcode: MeldcodePart;
	coordination: CoordinationPart;
	signals: SignalsPart;
	family: FamilyPart;
	grounds: GroundsPart;
	meldcodeSteps: MeldcodeStepsPart;
	referrals: ReferralsPart;
	closing: ClosingPart;
	moving: MovingPart;
	actions: ActionView[];
	decisions: DecisionsPart | null;
	ledger: LedgerLine[];
}

/** Signals that something of one's own changed (actions, invitations, seats): read the page again. */
export interface PersonView {
	changed: string;
}

/** Added by the hub from the open connections. */
export interface LiveParts {
	presence: PresencePart[];
}
