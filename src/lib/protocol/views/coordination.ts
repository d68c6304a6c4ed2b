import type { CaseRole } from '#lib/domain/coordination.ts';
import type { FamilyActionStatus } from '#lib/domain/escalation.ts';
import type { WatchAfterReport } from '#lib/domain/watch-after-report.ts';
import type { PersonRef } from '../views.ts';

/** Who has a role: a colleague, or by name someone of Veilig Thuis who is not at the table. */
export interface RoleHolder {
	/** Null: by name only. */
	id: string | null;
	name: string;
	organisation: string;
}

export interface RoleView {
	role: CaseRole;
	/** Who said yes; null is nobody. */
	holder: RoleHolder | null;
	replacement: PersonRef | null;
	/** The day of that yes. */
	since: string | null;
	/** Who has not answered yet. */
	asked: PersonRef | null;
	/** The viewer holds it, or is asked. */
	mine: boolean;
	askedMe: boolean;
	/** The last no, or the last who stopped. */
	lastReason: { name: string; reason: string } | null;
	/** Who held it and is no longer at the case. */
	lost: string | null;
	/** Of a coordinator who holds it; null for the watch, and when nobody does. */
	mandate: { text: string; escalatesTo: string; revision: number; mayChange: boolean } | null;
}

export interface EscalationView {
	id: string;
	by: string;
	toWhom: string;
	reason: string;
	on: string;
	answeredOn: string | null;
	outcome: string;
	/** How pressing; null: answered. */
	tone: 'red' | 'amber' | null;
}

/** What family or network do themselves; for those at the case only, it goes nowhere. */
export interface FamilyActionView {
	id: string;
	what: string;
	who: string;
	due: string;
	followedBy: PersonRef | null;
	status: FamilyActionStatus;
	revision: number;
}

export interface CoordinationPart {
	roles: RoleView[];
	/** Whether the family can coordinate itself; null: not asked yet. */
	family: { can: boolean; who: string; wishes: string } | null;
	familyActions: FamilyActionView[];
	openedOn: string;
	help: { on: string; what: string } | null;
	/** Null once help has started. */
	daysWithoutHelp: number | null;
	/** Referrals without help, as far as the viewer knows them; `pingPong`: that is too often. */
	referrals: { withoutHelp: number; pingPong: boolean };
	escalations: EscalationView[];
	/** The viewer coordinates or watches. */
	mayEscalate: boolean;
	/** Where the watch goes after what was decided in the Veilig Thuis step. */
	afterReport: {
		watch: WatchAfterReport | null;
		/** Confirm for oneself (Veilig Thuis), or record it by name (who reported). */
		may: 'confirm' | 'record' | null;
	};
	/** Of `family` and `help`. */
	revision: number;
}
