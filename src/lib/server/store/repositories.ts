import { accessLog } from './access-log.ts';
import { actions } from './actions.ts';
import { agenda } from './agenda.ts';
import { assessment } from './assessment.ts';
import { cases } from './cases.ts';
import { commands } from './commands.ts';
import { coordination } from './coordination.ts';
import type { Queries } from './database.ts';
import { decisions } from './decisions.ts';
import { delivery } from './delivery.ts';
import { judgements } from './judgements.ts';
import { people } from './people.ts';
import { referrals } from './referrals.ts';
import { sessions } from './sessions.ts';
import { tables } from './tables.ts';

/** All that is stored, by aggregate; over the reader, or over one write transaction. */
export function repositories(queries: Queries) {
	return {
		people: people(queries),
		sessions: sessions(queries),
		tables: tables(queries),
		agenda: agenda(queries),
		cases: cases(queries),
		assessment: assessment(queries),
		judgements: judgements(queries),
		coordination: coordination(queries),
		referrals: referrals(queries),
		actions: actions(queries),
		decisions: decisions(queries),
		delivery: delivery(queries),
		commands: commands(queries),
		log: accessLog(queries)
	};
}

export type Repositories = ReturnType<typeof repositories>;
