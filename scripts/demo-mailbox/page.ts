import type { DemoMail } from './mail-server.ts';

const STYLE = `
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #222; background: #f4f3ee; }
article { margin: 0 0 1rem; padding: 1rem 1.25rem; background: #fff; border: 1px solid #d8d5cc; border-radius: 6px; }
h1 { font-size: 1.5rem; } h2 { margin: 0; font-size: 1.125rem; }
p { margin: .25rem 0; color: #555; } pre { margin: .75rem 0 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

/** Everyone's mail, the newest on top; made anew every five seconds. */
export function mailboxPage(mails: readonly DemoMail[]): string {
	return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5"><title>Alle mail van de demo</title><style>${STYLE}</style></head>
<body><main><h1>Alle mail van de demo</h1>
<p>Wat Casustafel mailt, komt hier aan, voor wie het ook is. Een link opent u het best in een privévenster: daar bent u degene die de mail kreeg.</p>
${mails.length === 0 ? '<p>Er is nog geen mail. Spreek een actie af voor Veilig Thuis Noorderveld.</p>' : mails.map(article).join('\n')}
</main></body></html>`;
}

function article({ to, subject, text, at }: DemoMail): string {
	const time = at.toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam' });
	return `<article><h2>${escaped(subject)}</h2><p>Aan ${escaped(to)}, ${time}</p><pre>${linked(text)}</pre></article>`;
}

/** An address of ours becomes a link; a mail is text, whatever is in it. */
function linked(text: string): string {
	return escaped(text).replace(
		/https?:\/\/[^\s<>"']+/g,
		(address) => `<a href="${address}" target="_blank" rel="noreferrer">${address}</a>`
	);
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}
