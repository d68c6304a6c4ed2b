import { accessLog } from './access-log.ts';
import { actions } from './actions.ts';
import { agenda } from './agenda.ts';
import { apiTokens } from './api-tokens.ts';
import { anonymousQuestions } from './anonymous-questions.ts';
import { assessment } from './assessment.ts';
import { taskLists } from './caldav.ts';
import { cases } from './cases.ts';
import { closing } from './closing.ts';
import { commands } from './commands.ts';
import { connections } from './connections.ts';
import { coordination } from './coordination.ts';
import type { Queries } from './database.ts';
import { decisions } from './decisions.ts';
import { delivery } from './delivery.ts';
import { family } from './family.ts';
import { grounds } from './grounds.ts';
import { judgements } from './judgements.ts';
import { mailLinks } from './mail-links.ts';
import { meldcode } from './meldcode.ts';
import { moving } from './moving.ts';
import { people } from './people.ts';
import { records } from './records.ts';
import { safetySkips } from './safety-skips.ts';
import { referrals } from './referrals.ts';
import { reminders } from './reminders.ts';
import { sessions } from './sessions.ts';
import { signals } from './signals.ts';
import { socialMap } from './social-map.ts';
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
		meldcode: meldcode(queries),
		coordination: coordination(queries),
		signals: signals(queries),
		family: family(queries),
		safetySkips: safetySkips(queries),
		closing: closing(queries),
		grounds: grounds(queries),
		anonymousQuestions: anonymousQuestions(queries),
		referrals: referrals(queries),
		actions: actions(queries),
		decisions: decisions(queries),
		socialMap: socialMap(queries),
		moving: moving(queries),
		delivery: delivery(queries),
		taskLists: taskLists(queries),
		apiTokens: apiTokens(queries),
		mailLinks: mailLinks(queries),
		reminders: reminders(queries),
		connections: connections(queries),
		records: records(queries),
		commands: commands(queries),
		log: accessLog(queries)
	};
}

export type Repositories = ReturnType<typeof repositories>;
