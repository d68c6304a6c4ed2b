import type { CheckedInput, CommandName } from '#lib/protocol/commands.ts';
import { actionHandlers } from './usecases/actions/handlers.ts';
import { administrationHandlers } from './usecases/administration/handlers.ts';
import { agendaHandlers } from './usecases/agenda/handlers.ts';
import { assessmentHandlers } from './usecases/assessment/handlers.ts';
import { coordinationHandlers } from './usecases/coordination/handlers.ts';
import { decisionHandlers } from './usecases/decisions/handlers.ts';
import { judgementHandlers } from './usecases/judgement/handlers.ts';
import { recordHandlers } from './usecases/records/handlers.ts';
import { meetingHandlers } from './usecases/meeting/handlers.ts';
import { signalsHandlers } from './usecases/signals/handlers.ts';
import { familyHandlers } from './usecases/family/handlers.ts';
import { groundsHandlers } from './usecases/grounds/handlers.ts';
import { meldcodeStepsHandlers } from './usecases/meldcode/handlers.ts';
import { referralsHandlers } from './usecases/referrals/handlers.ts';
import { closingHandlers } from './usecases/closing/handlers.ts';
import { movingHandlers } from './usecases/moving/handlers.ts';
import { socialMapHandlers } from './usecases/social-map/handlers.ts';
import type { UseCase } from './work.ts';

/** Each command with its use-case; the type makes a command without one impossible. */
export type Handlers<Names extends CommandName> = {
	[Name in Names]: UseCase<CheckedInput<Name>, unknown>;
};

export const handlers: Handlers<CommandName> = {
	...agendaHandlers,
	...meetingHandlers,
	...assessmentHandlers,
	...judgementHandlers,
	...coordinationHandlers,
	...signalsHandlers,
	...familyHandlers,
	...groundsHandlers,
	...meldcodeStepsHandlers,
	...referralsHandlers,
	...closingHandlers,
	...movingHandlers,
	...socialMapHandlers,
	...actionHandlers,
	...decisionHandlers,
	...recordHandlers,
	...administrationHandlers
};
