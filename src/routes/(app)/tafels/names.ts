import type { MeetingFormat } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { TableRole } from '#lib/protocol/views.ts';

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

export function roleName(role: TableRole): string {
	switch (role) {
		case 'chair':
			return m.tables_role_chair();
		case 'deputy':
			return m.tables_role_deputy();
		case 'member':
			return m.tables_role_member();
		case 'guest':
			return m.tables_role_guest();
	}
}
