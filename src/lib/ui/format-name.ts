import type { MeetingFormat } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a table's kind of meeting is called. */
export function formatName(format: MeetingFormat): string {
	switch (format) {
		case 'one-two-three':
			return m.tables_format_one_two_three();
		case 'cjg-intake':
			return m.tables_format_cjg_intake();
		case 'care-advisory-team':
			return m.tables_format_care_advisory_team();
		case 'case-conference':
			return m.tables_format_case_conference();
	}
}
