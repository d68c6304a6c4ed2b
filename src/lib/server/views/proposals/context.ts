import type { ProposalWhy } from '#lib/protocol/views/meeting.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { CaseFacts } from '../../usecases/meeting/case-facts.ts';

/** What every source of proposals looks at: the open cases of a table that stand on no agenda. */
export interface ProposalContext {
	store: Repositories;
	/** All that was recorded: proposals are for who runs the table. */
	cases: readonly CaseFacts[];
	today: string;
}

export type CaseWhy = ProposalWhy & { caseId: string };

/** Why a case belongs on the next agenda, by case; a case without a why is not proposed. */
export type ProposalSource = (context: ProposalContext) => Promise<CaseWhy[]>;
