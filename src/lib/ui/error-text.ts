import type { FailureDetail } from '#lib/domain/result.ts';
import { m } from '#lib/paraglide/messages.js';
import { ASSESSMENT_WORDS } from './assessment/error-words.ts';
import { CONNECTIONS_WORDS } from './connections/error-words.ts';
import type { ErrorWords } from './error-words.ts';
import { RECORDS_WORDS } from './records/error-words.ts';
import { SIGNALS_WORDS } from './signals/error-words.ts';
import { FAMILY_WORDS } from './family/error-words.ts';
import { GROUNDS_WORDS } from './grounds/error-words.ts';
import { MELDCODE_WORDS } from './meldcode/error-words.ts';
import { REFERRALS_WORDS } from './referrals/error-words.ts';
import { CLOSING_WORDS } from './closing/error-words.ts';
import { MOVING_WORDS } from './moving/error-words.ts';
import { MAIL_LINK_WORDS } from './mail-link/error-words.ts';
import { SOCIAL_MAP_WORDS } from './social-map/error-words.ts';
import { TASK_LIST_WORDS } from './task-list/error-words.ts';

/** Stable codes to plain words that say what to do; an unknown code gets a general sentence. */
const WORDS: ErrorWords = {
	...ASSESSMENT_WORDS,
	...RECORDS_WORDS,
	...SIGNALS_WORDS,
	...FAMILY_WORDS,
	...GROUNDS_WORDS,
	...MELDCODE_WORDS,
	...REFERRALS_WORDS,
	...CLOSING_WORDS,
	...MOVING_WORDS,
	...SOCIAL_MAP_WORDS,
	...TASK_LIST_WORDS,
	...MAIL_LINK_WORDS,
	...CONNECTIONS_WORDS,
	'not-found': () => m.error_not_found(),
	'members-only': () => m.error_members_only(),
	'chair-only': () => m.error_chair_only(),
	'presenter-only': () => m.error_presenter_only(),
	'meeting-closed': () => m.error_meeting_closed(),
	'meeting-not-running': () => m.error_meeting_not_running(),
	'wrong-status': () => m.error_wrong_status(),
	'already-on-agenda': () => m.error_already_on_agenda(),
	'case-closed': () => m.error_case_closed(),
	'unknown-person': () => m.error_unknown_person(),
	'reason-required': () => m.error_reason_required(),
	'title-required': () => m.error_title_required(),
	'item-has-content': () => m.error_item_has_content(),
	'family-too-large': () => m.error_family_too_large(),
	'items-left': ({ left }) => m.error_items_left({ left: Number(left ?? 0) }),
	'wait-for-admission': () => m.error_wait_for_admission(),
	'safety-not-discussed': () => m.error_safety_not_discussed(),
	'projector-on': () => m.error_projector_on(),
	'no-code-free': () => m.error_no_code_free(),
	'not-yours': () => m.error_not_yours(),
	'date-required': () => m.error_date_required(),
	'date-in-past': () => m.error_date_in_past(),
	'date-in-future': () => m.error_date_in_future(),
	'too-long': () => m.error_too_long(),
	'other-organisation': () => m.error_other_organisation(),
	'unknown-owner': () => m.error_unknown_owner(),
	'already-owner': () => m.error_already_owner(),
	'names-in-title': ({ names }) =>
		names ? m.error_names_in_title({ names }) : m.error_names_in_title_somewhere(),
	'was-not-there': () => m.error_was_not_there(),
	'nothing-to-ratify': () => m.error_nothing_to_ratify(),
	'meeting-not-closed': () => m.error_meeting_not_closed(),
	'invalid-input': () => m.error_invalid_input(),
	'not-https': () => m.error_not_https(),
	'address-refused': () => m.error_address_refused(),
	'connector-removed': () => m.error_connector_removed(),
	'connector-paused': () => m.error_connector_paused(),
	'command-id-reused': () => m.error_command_id_reused(),
	stale: () => m.error_stale(),
	'too-fast': () => m.error_too_fast(),
	'family-not-asked': () => m.error_family_not_asked(),
	'already-holds': () => m.error_already_holds(),
	'already-asked': () => m.error_already_asked(),
	'not-asked': () => m.error_not_asked(),
	'not-the-holder': () => m.error_not_the_holder(),
	'not-a-participant': () => m.error_not_a_participant(),
	'own-replacement': () => m.error_own_replacement(),
	'storage-read-only': () => m.error_storage_read_only(),
	'not-available': () => m.error_not_available(),
	'signed-out': () => m.error_signed_out()
};

export function errorText(code: string, detail: FailureDetail = {}): string {
	return (WORDS[code] ?? (() => m.error_unknown()))(detail);
}
