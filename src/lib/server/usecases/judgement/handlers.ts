import type { judgementCommands } from '#lib/protocol/commands/judgement.ts';
import type { Handlers } from '../../commands.ts';
import { decideJointly } from './decide-jointly.ts';
import { decideMeldcode } from './decide-meldcode.ts';
import { recordDissent, withdrawDissent } from './dissent.ts';
import { giveJudgement } from './give-judgement.ts';
import { revealJudgements } from './reveal.ts';

export const judgementHandlers: Handlers<keyof typeof judgementCommands> = {
	'judgement.give': giveJudgement,
	'judgement.reveal': revealJudgements,
	'judgement.decide-jointly': decideJointly,
	'dissent.record': recordDissent,
	'dissent.withdraw': withdrawDissent,
	'meldcode.decide': decideMeldcode
};
