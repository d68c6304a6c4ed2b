import { needsHuman } from '#lib/domain/ledger.ts';
import type { LedgerLine } from '#lib/protocol/views.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from './dates.ts';
import { TASK_LIST_REASONS } from './task-list/reasons.ts';

/** The words of the ledger: where a message stands, why it failed, and what happens next. */
export function statusWord(line: LedgerLine): string {
	if (line.paper) return m.connections_on_paper();
	if (line.by === null && line.status === 'queued') return m.ledger_status_in_app();
	if (line.by === 'api' && line.status === 'queued') return m.api_ledger_to_fetch();
	return {
		queued: m.ledger_status_queued,
		sent: m.ledger_status_sent,
		received: m.ledger_status_received,
		read: m.ledger_status_read,
		failed: m.ledger_status_failed,
		outdated: m.ledger_status_outdated
	}[line.status]();
}

/** `needs`: it waits for somebody; by itself it may, where another way brought the same. */
export function statusTone(
	line: LedgerLine,
	needs = needsHuman(line)
): 'green' | 'amber' | 'red' | 'neutral' {
	if (line.paper || line.status === 'received' || line.status === 'read') return 'green';
	if (needs) return 'red';
	return line.status === 'failed' ? 'amber' : 'neutral';
}

/** The moment that goes with the status. */
export function statusMoment(line: LedgerLine): string {
	if (line.paper) return line.paper.at;
	const moments = { read: line.readAt, received: line.receivedAt, sent: line.sentAt };
	const own = line.status in moments ? moments[line.status as keyof typeof moments] : null;
	return own ?? (line.status === 'failed' ? line.sentAt : null) ?? line.createdAt;
}

type Words = (input: { organisation: string }) => string;

const REASONS: Record<string, Words> = {
	...TASK_LIST_REASONS,
	unreachable: m.ledger_error_unreachable,
	timeout: m.ledger_error_timeout,
	'no-answer': m.ledger_error_no_answer,
	certificate: m.ledger_error_certificate,
	'answered-error': m.ledger_error_answered_error,
	'answered-refusal': m.ledger_error_answered_refusal,
	'answered-gone': m.ledger_error_answered_gone,
	'redirect-refused': m.ledger_error_redirect_refused,
	'address-refused': m.ledger_error_address_refused,
	'not-https': m.ledger_error_not_https,
	'no-mail-server': m.mail_link_ledger_no_mail_server,
	'names-in-title': m.ledger_error_names_in_title,
	'connector-removed': m.ledger_error_connector_removed,
	'organisation-left': m.connections_reason_organisation_left,
	'connector-paused': m.ledger_error_connector_paused
};

/** Why a message did not arrive, rather than why a form was refused. */
export const isReason = (code: string): boolean =>
	code in REASONS && code !== 'not-https' && code !== 'address-refused';

/** What went wrong, in plain words. */
export function errorWords(code: string, organisation: string): string {
	return (REASONS[code] ?? m.ledger_error_fault)({ organisation });
}

/** What happens now, or what someone has to do. */
export function nextWords(line: LedgerLine, now: Date, locale: Locale): string {
	const organisation = line.organisation.name;
	switch (line.error) {
		case 'names-in-title':
			return m.ledger_next_change_title();
		case 'connector-removed':
			return m.ledger_next_other_way();
		case 'removed-there':
			return m.task_list_next_removed({ organisation });
		case 'organisation-left':
			return m.connections_next_take_over();
		case 'connector-paused':
		case 'answered-gone':
			return m.ledger_next_resume({ organisation });
	}
	if (line.parkedAt) return m.ledger_next_parked();
	if (!line.nextAttemptAt) return m.ledger_next_now();
	const seconds = (new Date(line.nextAttemptAt).getTime() - now.getTime()) / 1000;
	if (seconds < 3) return m.ledger_next_now();
	return m.ledger_next_retry({ when: inTime(seconds, locale) });
}

/** "over 20 seconden", "over 2 minuten", "over 6 uur" */
export function inTime(seconds: number, locale: Locale): string {
	const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
	if (seconds < 60) return format.format(Math.max(1, Math.round(seconds)), 'second');
	if (seconds < 3600) return format.format(Math.round(seconds / 60), 'minute');
	return format.format(Math.round(seconds / 3600), 'hour');
}
