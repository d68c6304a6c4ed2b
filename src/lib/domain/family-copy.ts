import { ageAt } from './case.ts';
import type { Day } from './day.ts';
import { instrumentText, type QuestionId, type ScaleChoice } from './instrument.ts';
import { registeredNamesIn } from './names.ts';

/** From this age a child that can judge its interests has a right to its own copy (R35, Jeugdwet 7.3.10). */
export const OWN_COPY_FROM = 12;
/** From this age a parent's copy tells nothing about the child unless the child agrees. */
export const PARENT_COPY_UNTIL = 16;

export type CopySection =
	'why' | 'who' | 'judgement' | 'worries' | 'said' | 'about-you' | 'agreed' | 'reach';

/**
 * Why a line is left out until someone decides otherwise: parents may be a danger to each other, so what
 * leads to the other, to an address or to who gave a signal stays out by default.
 */
export type Withheld = 'other-person' | 'address' | 'signaller' | 'child-voice' | 'sixteen';

export interface CopyLine {
	id: string;
	section: CopySection;
	text: string;
	withheld: Withheld | null;
}

/** What a copy is made from; days in `YYYY-MM-DD`. */
export interface CopyMaterial {
	reason: string;
	news: string;
	children: readonly { id: string; firstName: string; birthMonth: string }[];
	caregivers: readonly { id: string; firstName: string; lastName: string; relation: string }[];
	attendees: readonly { name: string; function: string; organisation: string }[];
	judgements: readonly {
		childId: string;
		safety: string;
		grade: number;
		motivation: string;
		worries: string;
		grounds: string;
	}[];
	/** G29, by child; G30 and section C, by adult: what counts as seen or suspected. */
	childSays: readonly { childId: string; text: string }[];
	adultSays: readonly { adultId: string; choice: string }[];
	aboutAdults: readonly { adultId: string; questionId: QuestionId; choice: ScaleChoice }[];
	actions: readonly { id: string; title: string; owner: string | null; due: Day }[];
	coordinator: { name: string; organisation: string; phone: string } | null;
	safetyWatch: { name: string; organisation: string; phone: string } | null;
	/** Names and organisations by which who gave a signal could be recognised. */
	signallers: readonly string[];
}

/** Whether a family member can be given a copy: caregivers, and children from twelve on. */
export function mayHaveCopy(
	{ children, caregivers }: Pick<CopyMaterial, 'children' | 'caregivers'>,
	subjectId: string,
	today: Day
): boolean {
	const child = children.find(({ id }) => id === subjectId);
	if (child) return ageAt(child.birthMonth, today).years >= OWN_COPY_FROM;
	return caregivers.some(({ id }) => id === subjectId);
}

/**
 * The lines of a copy for one family member, in plain Dutch, with what is left out by default marked.
 * Same material, same lines; the organisations' own texts of the facts round are never among them.
 */
export function familyCopy(material: CopyMaterial, subjectId: string, today: Day): CopyLine[] {
	const of = new Lines(material, subjectId, today);
	const child = (id: string) => material.children.find((one) => one.id === id);
	const words = instrumentText('nl');
	of.add('why', 'reason', `De vraag aan dit overleg was: ${material.reason}`);
	of.add('why', 'news', `Nieuw was: ${material.news}`);
	for (const [index, one] of material.attendees.entries())
		of.add('who', `who-${index}`, `${one.name}, ${one.function}, ${one.organisation}`);
	for (const one of material.judgements) {
		const name = child(one.childId)?.firstName ?? '';
		const about = { childId: one.childId };
		of.add(
			'judgement',
			`judgement-${one.childId}`,
			`Over ${name}: ${words.option('H31', one.safety).toLowerCase()}. Veiligheidscijfer: ${one.grade} van 10.`,
			about
		);
		of.add('judgement', `why-${one.childId}`, `Waarom: ${one.motivation}`, about);
		if (one.worries)
			of.add('worries', `worries-${one.childId}`, `Waar wij bang voor zijn: ${one.worries}`, about);
		if (one.grounds)
			of.add('worries', `grounds-${one.childId}`, `Waar dat op rust: ${one.grounds}`, about);
	}
	for (const one of material.childSays)
		of.add('said', `child-${one.childId}`, `${child(one.childId)?.firstName} zegt: ${one.text}`, {
			childId: one.childId,
			voice: true
		});
	for (const one of material.adultSays)
		of.add(
			'said',
			`adult-${one.adultId}`,
			`Over de zorgen: ${words.option('G30', one.choice).toLowerCase()}.`,
			{ adultId: one.adultId }
		);
	for (const one of material.aboutAdults)
		of.add(
			'about-you',
			`${one.questionId}-${one.adultId}`,
			`${words.question(one.questionId)} ${words.choice(one.choice)}.`,
			{ adultId: one.adultId }
		);
	for (const one of material.actions)
		of.add(
			'agreed',
			`action-${one.id}`,
			`${one.title}. Wie: ${one.owner ?? 'nog niemand'}. Uiterlijk ${dutchDay(one.due)}.`
		);
	if (material.coordinator)
		of.add('reach', 'coordinator', `De regie heeft ${reach(material.coordinator)}.`);
	if (material.safetyWatch)
		of.add('reach', 'watch', `Op de veiligheid let ${reach(material.safetyWatch)}.`);
	return of.lines;
}

interface About {
	childId?: string;
	adultId?: string;
	/** The child's own words. */
	voice?: boolean;
}

class Lines {
	readonly lines: CopyLine[] = [];
	readonly #material: CopyMaterial;
	readonly #subjectId: string;
	readonly #today: Day;
	/** Names and relations of the other adults: "vader", "Mark", "de Wit". */
	readonly #others: string[];

	constructor(material: CopyMaterial, subjectId: string, today: Day) {
		this.#material = material;
		this.#subjectId = subjectId;
		this.#today = today;
		const self = material.caregivers.find(({ id }) => id === subjectId);
		this.#others = material.caregivers
			.filter(({ id }) => id !== subjectId)
			.flatMap(({ firstName, lastName, relation }) => [firstName, lastName, relation])
			.filter((word) => word !== '' && word !== self?.relation && word !== self?.lastName);
	}

	add(section: CopySection, id: string, text: string, about: About = {}): void {
		this.lines.push({ id, section, text, withheld: this.#withheld(section, text, about) });
	}

	#withheld(section: CopySection, text: string, about: About): Withheld | null {
		const { childId, adultId, voice } = about;
		const own = childId === this.#subjectId || adultId === this.#subjectId;
		if (childId && !own && this.#isSixteen(childId)) return 'sixteen';
		if (adultId && !own) return 'other-person';
		if (voice && !own) return 'child-voice';
		if (ADDRESS.test(text)) return 'address';
		if (section !== 'who' && this.#material.signallers.some((who) => pointsTo(text, who)))
			return 'signaller';
		return registeredNamesIn(text, this.#others, []).length > 0 ? 'other-person' : null;
	}

	#isSixteen(childId: string): boolean {
		const child = this.#material.children.find(({ id }) => id === childId);
		return child !== undefined && ageAt(child.birthMonth, this.#today).years >= PARENT_COPY_UNTIL;
	}
}

/**
 * Whether a text points to who gave a signal: by a long first word also within another ("politie" in
 * "politiemelding"), else by the first two ("Veilig Thuis"). The name of the town, which many
 * organisations share, points to nobody.
 */
function pointsTo(text: string, signaller: string): boolean {
	const [first = '', second = ''] = signaller.toLowerCase().split(/[^\p{L}\p{N}]+/u);
	const telling = first.length >= TELLING ? first : `${first} ${second}`.trim();
	return telling.length > 2 && text.toLowerCase().includes(telling);
}

/** Letters from which one word tells who it is. */
const TELLING = 7;

/** A Dutch postal code, or a street with a number. */
const ADDRESS =
	/\b\d{4}\s?[A-Z]{2}\b|\b\p{L}+(?:straat|laan|weg|plein|kade|gracht|hof|singel|dijk|pad)\s+\d/iu;

function reach({
	name,
	organisation,
	phone
}: {
	name: string;
	organisation: string;
	phone: string;
}) {
	return `${name}${organisation && ` (${organisation})`}${phone ? `, telefoon ${phone}` : ''}`;
}

function dutchDay(day: Day): string {
	const [year, month, date] = day.split('-');
	return `${Number(date)}-${Number(month)}-${year}`;
}
