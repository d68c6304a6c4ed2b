/**
 * What the mails say; in Dutch, as they go to Dutch professionals. Mail lies open on its way and in
 * shared mailboxes: no title, no case code, no name of anyone (ML3). Only numbers and links are filled in.
 */
export interface Letter {
	subject: string;
	text: string;
}

export const TO = { person: 'u', team: 'uw team' } as const;
type To = (typeof TO)[keyof typeof TO];

const NOTHING_ELSE =
	'Om het gezin te beschermen staat er verder niets in deze mail. Wat er is afgesproken, leest u achter de link.';
const HOW = [
	'U hebt geen account nodig. Opent u de link voor het eerst op een apparaat? Dan sturen wij een code naar dit mailadres.',
	'Stuur deze mail niet door. Een collega vragen kan op de pagina zelf.'
].join('\n');

const letter = (subject: string, ...parts: string[]): Letter => ({
	subject,
	text: ['Goedendag,', ...parts, 'Met vriendelijke groet,\nCasustafel', ''].join('\n\n')
});

export const assigned = (to: To, link: string) =>
	letter(
		`Er staat een afspraak voor ${to} klaar`,
		`Er staat een afspraak voor ${to} klaar in Casustafel. Wilt u laten weten of u die oppakt?`,
		`Open de afspraak:\n${link}`,
		HOW,
		NOTHING_ELSE
	);

export const changed = (to: To, link: string) =>
	letter(
		`Een afspraak voor ${to} is gewijzigd`,
		`Een afspraak die voor ${to} klaarstaat, is gewijzigd. Wilt u nog eens kijken, en laten weten of u die oppakt?`,
		`De link is dezelfde als eerst:\n${link}`,
		HOW,
		NOTHING_ELSE
	);

export const withdrawn = (to: To) =>
	letter(
		`Een afspraak voor ${to} gaat niet door`,
		`Een afspraak die voor ${to} klaarstond, hoeft u niet meer te doen. De link in de eerdere mail werkt niet meer.`,
		'U hoeft niets te doen. Hebt u een vraag? Bel dan de voorzitter van het overleg.'
	);

export const listReady = (link: string) =>
	letter(
		'De afsprakenlijst staat klaar',
		'De afsprakenlijst van een overleg waar uw organisatie bij was, is vastgesteld en staat voor u klaar. U kunt die in uw eigen dossier bewaren.',
		`Open de afsprakenlijst:\n${link}`,
		'U hebt geen account nodig. Opent u de link voor het eerst op een apparaat? Dan sturen wij een code naar dit mailadres.',
		NOTHING_ELSE
	);

export const proof = () =>
	letter(
		'Proef van Casustafel',
		'Dit is een proef. Als u dit leest, komen de mails van Casustafel bij u aan.',
		'Er hoort geen afspraak bij. U hoeft niets te doen.'
	);

/** @param until the time on the clock in the Netherlands, "09.40" */
export const codeFor = (code: string, until: string) =>
	letter(
		'Uw code voor Casustafel',
		`Uw code is ${code}\nDe code werkt tot ${until} uur, één keer.`,
		'Vul de code in op de pagina die u net opende. Geef de code aan niemand; wij bellen of mailen er nooit over.',
		'Hebt u dit niet gevraagd, en ook niemand met wie u dit postvak deelt? Dan heeft iemand anders uw link. Bel dan de voorzitter van het overleg.'
	);

/** One mail a day for all of it. @param unanswered how many actions of one's tables got no answer */
export function reminder(links: readonly string[], unanswered: number, home: string): Letter {
	const parts = [
		...(links.length > 0 ? [sayWaiting(links.length), links.join('\n\n')] : []),
		...(unanswered > 0 ? [`${sayUnanswered(unanswered)} Kijkt u wie dit oppakt?\n${home}`] : []),
		...(links.length > 0 ? [HOW, NOTHING_ELSE] : [])
	];
	const subject =
		links.length > 0 ? subjectWaiting(links.length) : sayUnanswered(unanswered).slice(0, -1);
	return letter(subject, ...parts);
}

const subjectWaiting = (count: number) =>
	count === 1 ? 'Er wacht een afspraak op u' : `${count} afspraken wachten op u`;
const sayWaiting = (count: number) =>
	count === 1
		? 'Er wacht een afspraak op u. Wilt u kijken, en laten weten hoe het ermee staat?'
		: `${count} afspraken wachten op u. Wilt u kijken, en laten weten hoe het ermee staat? Per afspraak is er een link:`;
const sayUnanswered = (count: number) =>
	count === 1
		? 'Op een afspraak van uw overleg kwam op tijd geen antwoord.'
		: `Op ${count} afspraken van uw overleg kwam op tijd geen antwoord.`;
