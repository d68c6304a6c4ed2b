import type { InboxAction, InboxList, Mailbox, Mood, Receipt, Status } from './mailbox.ts';

const STATUS: Record<Status, string> = {
	proposed: 'Nieuw',
	accepted: 'Opgepakt',
	declined: 'Niet opgepakt',
	'in-progress': 'Loopt',
	done: 'Gedaan',
	withdrawn: 'Ingetrokken'
};

const MOODS: Record<Mood, string> = {
	normal: 'Alles werkt',
	trouble: 'Storing (fout 500)',
	'lost-reply': 'Antwoord kwijt',
	off: 'Postvak uit'
};

const OUTCOMES: Record<Receipt['outcome'], string> = {
	new: 'verwerkt',
	again: 'al eerder ontvangen, genegeerd',
	older: 'ouder dan wat er al staat, genegeerd',
	trouble: 'fout gegeven (500)',
	'lost-reply': 'verwerkt, antwoord kwijtgeraakt',
	off: 'geweigerd, postvak stond uit'
};

const TYPES: Record<string, string> = {
	'nl.casustafel.actie.toegewezen': 'Nieuwe actie',
	'nl.casustafel.actie.gewijzigd': 'Gewijzigde actie',
	'nl.casustafel.actie.ingetrokken': 'Ingetrokken actie',
	'nl.casustafel.afsprakenlijst.vastgesteld': 'Afsprakenlijst',
	'nl.casustafel.proef': 'Proefbericht'
};

const PROBLEMS: Record<string, string> = {
	unreachable: 'Casustafel is nu niet te bereiken. Probeer het straks opnieuw.',
	stale: 'De actie is intussen gewijzigd. Bekijk de nieuwe tekst en antwoord dan.',
	'wrong-status': 'Dit kan niet meer. Kijk hoe het nu met de actie staat.',
	'not-found': 'Deze actie is niet (meer) van ons. Wij hoeven niets te doen.',
	'token-required': 'Onze sleutel geldt niet meer. Vraag de beheerder van Casustafel om een nieuwe.'
};

export interface Page {
	organisation: string;
	isConnected: boolean;
	mailbox: Mailbox;
	/** What the last button came to: a code of a problem. */
	problem: string | null;
}

/** The whole inbox as one page that works without script; with it, it keeps itself fresh. */
export function page({ organisation, isConnected, mailbox, problem }: Page): string {
	const actions = Object.values(mailbox.actions).toSorted(byReceipt);
	const lists = Object.values(mailbox.lists).toSorted(byReceipt);
	const waiting = actions.filter((action) => action.status === 'proposed').length;
	return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Postvak van ${text(organisation)}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/style.css">
<noscript><meta http-equiv="refresh" content="5"></noscript>
<script src="/live.js" defer></script>
</head>
<body>
<a class="skip" href="#inbox">Direct naar de inhoud</a>
<header><div class="wide"><p class="brand">Postvak</p><p class="org">${text(organisation)}</p></div></header>
<main class="wide" id="inbox">
<h1>Postvak van ${text(organisation)}</h1>
<p class="lead">${waiting === 1 ? '1 actie wacht' : `${waiting} acties wachten`} op antwoord. Wat u hier antwoordt, ziet de casustafel meteen.</p>
${isConnected ? '' : '<p class="notice" role="status">Er is nog geen koppeling met Casustafel.</p>'}
${problem ? `<p class="notice" role="alert">${text(PROBLEMS[problem] ?? `Dit lukte niet (${problem}). Probeer het straks opnieuw.`)}</p>` : ''}
<section aria-labelledby="acties"><h2 id="acties">Acties</h2>
${actions.length ? `<ul class="cards">${actions.map(action).join('')}</ul>` : '<p class="none">Er is nog niets binnengekomen.</p>'}
</section>
<section aria-labelledby="lijsten"><h2 id="lijsten">Vastgestelde afsprakenlijsten</h2>
${lists.length ? `<ul class="cards">${lists.map(list).join('')}</ul>` : '<p class="none">Er is nog geen lijst binnengekomen.</p>'}
</section>
<section class="demo" aria-labelledby="proberen"><h2 id="proberen">Demo: laat dit postvak haperen</h2>
<form method="post" action="/gedrag" class="row">${(Object.keys(MOODS) as Mood[])
		.map(
			(mood) =>
				`<button name="gedrag" value="${mood}" aria-pressed="${mailbox.mood === mood}">${MOODS[mood]}</button>`
		)
		.join('')}</form>
<h3>Wat er binnenkwam</h3>
${mailbox.receipts.length ? `<ol class="receipts">${mailbox.receipts.toReversed().map(receipt).join('')}</ol>` : '<p class="none">Er is nog niets binnengekomen.</p>'}
</section>
</main>
</body>
</html>`;
}

function action(one: InboxAction): string {
	const isOpen = ['proposed', 'accepted', 'in-progress'].includes(one.status);
	const button = (what: string, label: string, kind = '') =>
		`<button name="wat" value="${what}" class="${kind}">${label}</button>`;
	const buttons = [
		one.readAt ? '' : button('gelezen', 'Gelezen'),
		one.status === 'proposed' ? button('accepted', 'Wij pakken dit op', 'main') : '',
		one.status === 'proposed' || one.status === 'accepted' ? button('in-progress', 'Loopt') : '',
		isOpen ? button('done', 'Gedaan', one.status === 'proposed' ? '' : 'main') : ''
	].join('');
	const decline = `<details><summary>Niet oppakken…</summary>
<form method="post" action="/acties/${one.id}" class="row">
<label>Waarom niet?<input name="reden" required maxlength="300" autocomplete="off"></label>
<button name="wat" value="declined">Niet oppakken</button></form></details>`;
	return `<li class="card" id="a-${one.id}">
<div class="top"><h3>${text(one.title)}</h3><span class="status ${one.status}">${STATUS[one.status]}</span></div>
<p class="facts">Casus ${text(one.caseCode)}${one.dossierReference ? ` · ons dossier ${text(one.dossierReference)}` : ''} · ${text(one.owner)}${one.deadline ? ` · uiterlijk ${day(one.deadline)}` : ''}${one.readAt ? ' · gelezen' : ''}</p>
${isOpen ? `<form method="post" action="/acties/${one.id}" class="row">${buttons}</form>` : ''}
${one.status === 'proposed' || one.status === 'accepted' ? decline : ''}
<p class="link"><a href="${text(one.link)}">Open in Casustafel</a></p></li>`;
}

function list(one: InboxList): string {
	return `<li class="card"><div class="top"><h3>Casus ${text(one.caseCode)}</h3><span class="status">versie ${one.revision}</span></div>
${one.dossierReference ? `<p class="facts">Ons dossier ${text(one.dossierReference)}</p>` : ''}
<ul class="lines">${one.actions
		.map(
			(each) =>
				`<li>${text(each.title)} <span class="facts">${text(each.owner)}${each.deadline ? `, uiterlijk ${day(each.deadline)}` : ''}</span></li>`
		)
		.join('')}</ul></li>`;
}

function receipt(one: Receipt): string {
	return `<li><time datetime="${text(one.at)}">${clock(one.at)}</time> ${text(TYPES[one.type] ?? one.type)}: ${OUTCOMES[one.outcome]}</li>`;
}

const byReceipt = (a: { receivedAt: string }, b: { receivedAt: string }) =>
	b.receivedAt.localeCompare(a.receivedAt);

const dayFormat = new Intl.DateTimeFormat('nl-NL', {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	timeZone: 'UTC'
});
const clockFormat = new Intl.DateTimeFormat('nl-NL', {
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
	timeZone: 'Europe/Amsterdam'
});

function day(of: string): string {
	const date = new Date(`${of}T12:00:00Z`);
	return Number.isNaN(date.getTime()) ? text(of) : dayFormat.format(date);
}

function clock(moment: string): string {
	return clockFormat.format(new Date(moment));
}

/** All that came in from elsewhere goes through here. */
function text(from: string): string {
	return from.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
