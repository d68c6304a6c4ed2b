import type { CopySection, Withheld } from '#lib/domain/family-copy.ts';
import { m } from '#lib/paraglide/messages.js';

/** The headings of a copy, in its order. */
export const SECTIONS: { id: CopySection; title: typeof m.records_section_why }[] = [
	{ id: 'why', title: m.records_section_why },
	{ id: 'who', title: m.records_section_who },
	{ id: 'judgement', title: m.records_section_judgement },
	{ id: 'worries', title: m.records_section_worries },
	{ id: 'said', title: m.records_section_said },
	{ id: 'about-you', title: m.records_section_about_you },
	{ id: 'agreed', title: m.records_section_agreed },
	{ id: 'reach', title: m.records_section_reach }
];

const BECAUSE: Record<Withheld, () => string> = {
	'other-person': m.records_withheld_other_person,
	address: m.records_withheld_address,
	signaller: m.records_withheld_signaller,
	'child-voice': m.records_withheld_child_voice,
	sixteen: m.records_withheld_sixteen
};

export const withheldBecause = (why: Withheld) => BECAUSE[why]();
