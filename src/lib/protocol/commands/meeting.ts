import { SKIP_WHYS } from '#lib/domain/safety-skip.ts';
import * as v from 'valibot';
import { anId, optionalLine, someText } from '../fields.ts';

/** Why the table did not come to safety; asked for where an item goes without a joint judgement. */
export const notJudged = v.optional(
	v.object({ why: v.picklist(SKIP_WHYS), note: optionalLine(200) })
);

/** The meeting as a whole. */
export const meetingCommands = {
	'meeting.order-by-safety': v.object({ meetingId: anId }),
	'meeting.urgent': v.object({
		caseId: anId,
		why: someText(500),
		participants: v.pipe(v.array(anId), v.maxLength(40))
	})
};
