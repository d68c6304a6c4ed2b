import type { Case } from '../../store/cases.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { Actor } from '../../work.ts';

/** A case that the viewer takes part in or whose table he or she runs. */
export interface DutyCase {
	case: Case;
	/** What was recorded at one of these items the viewer may know (CK1). */
	known: ReadonlySet<string>;
	runs: boolean;
}

export interface DutyContext {
	store: Repositories;
	actor: Actor;
	/** The open ones. */
	cases: DutyCase[];
	/** Closed ones that are still to be checked. */
	closed: DutyCase[];
	today: string;
}
