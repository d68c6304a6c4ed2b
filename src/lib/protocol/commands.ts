import { actionCommands } from './commands/actions.ts';
import { administrationCommands } from './commands/administration.ts';
import { agendaCommands } from './commands/agenda.ts';
import { assessmentCommands } from './commands/assessment.ts';
import { coordinationCommands } from './commands/coordination.ts';
import { decisionCommands } from './commands/decisions.ts';
import { judgementCommands } from './commands/judgement.ts';
import { recordCommands } from './commands/records.ts';
import { meetingCommands } from './commands/meeting.ts';
import { signalsCommands } from './commands/signals.ts';
import { familyCommands } from './commands/family.ts';
import { groundsCommands } from './commands/grounds.ts';
import { meldcodeStepsCommands } from './commands/meldcode.ts';
import { referralsCommands } from './commands/referrals.ts';
import { closingCommands } from './commands/closing.ts';
import { movingCommands } from './commands/moving.ts';
import { socialMapCommands } from './commands/social-map.ts';
import type * as v from 'valibot';

/** Every command there is, with the schema its input must pass. A command not listed here does not exist. */
export const COMMANDS = {
	...agendaCommands,
	...meetingCommands,
	...assessmentCommands,
	...judgementCommands,
	...coordinationCommands,
	...signalsCommands,
	...familyCommands,
	...groundsCommands,
	...meldcodeStepsCommands,
	...referralsCommands,
	...closingCommands,
	...movingCommands,
	...socialMapCommands,
	...actionCommands,
	...decisionCommands,
	...recordCommands,
	...administrationCommands
};

export type CommandName = keyof typeof COMMANDS;
/** What a client sends. */
export type CommandInput<Name extends CommandName> = v.InferInput<(typeof COMMANDS)[Name]>;
/** What a use-case receives. */
export type CheckedInput<Name extends CommandName> = v.InferOutput<(typeof COMMANDS)[Name]>;

export function isCommandName(name: unknown): name is CommandName {
	return typeof name === 'string' && Object.hasOwn(COMMANDS, name);
}
