/** The look of another organisation's system: nothing here comes from Casustafel. */
export const STYLE = `
:root { --ink: #2b2140; --soft: #655b78; --line: #d9d2e6; --paper: #f4f1fa; --brand: #4b2e83; --brand-dark: #36205f; --warm: #fff4e0; --warm-ink: #7a4a00; --ok: #e2f2e6; --ok-ink: #1d6338; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 Verdana, Tahoma, 'DejaVu Sans', sans-serif; }
.wide { max-width: 860px; margin: 0 auto; padding: 0 20px; }
header { background: var(--brand); color: #fff; }
header .wide { display: flex; justify-content: space-between; align-items: baseline; gap: 16px; padding-block: 14px; flex-wrap: wrap; }
header p { margin: 0; }
.brand { font-weight: 700; font-size: 1.1rem; letter-spacing: .02em; }
main.wide { padding-block: 24px 48px; }
h1 { font-size: 1.5rem; margin: 0 0 4px; }
h2 { font-size: 1.1rem; margin: 32px 0 10px; }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
.lead, .facts, .none { color: var(--soft); }
.lead { margin: 0 0 16px; }
.facts, .link, .none { font-size: .875rem; margin: 4px 0; }
.cards, .lines, .receipts { list-style: none; margin: 0; padding: 0; }
.card { background: #fff; border: 1px solid var(--line); border-left: 5px solid var(--brand); border-radius: 3px; padding: 14px 16px; margin-bottom: 12px; }
.top { display: flex; gap: 12px; justify-content: space-between; align-items: start; }
.status { flex: none; font-size: .8rem; font-weight: 700; padding: 2px 9px; border-radius: 99px; background: #ece7f5; color: var(--brand-dark); }
.status.proposed { background: var(--warm); color: var(--warm-ink); }
.status.done, .status.accepted, .status.in-progress { background: var(--ok); color: var(--ok-ink); }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; margin: 10px 0 4px; }
button { font: inherit; font-size: .9rem; min-height: 40px; padding: 6px 14px; border: 1px solid var(--brand); border-radius: 3px; background: #fff; color: var(--brand-dark); cursor: pointer; }
button:hover { background: #ece7f5; }
button.main, button[aria-pressed=true] { background: var(--brand); color: #fff; }
:focus-visible { outline: 3px solid #e08a00; outline-offset: 2px; }
a { color: var(--brand); }
label { display: grid; gap: 4px; font-size: .875rem; flex: 1 1 220px; }
input { font: inherit; min-height: 40px; padding: 6px 10px; border: 1px solid #7d7290; border-radius: 3px; }
summary { cursor: pointer; font-size: .9rem; color: var(--brand-dark); padding: 6px 0; }
.lines li { padding: 6px 0; border-top: 1px solid var(--line); }
.notice { background: var(--warm); color: var(--warm-ink); padding: 10px 14px; border-radius: 3px; }
.demo { margin-top: 40px; padding-top: 4px; border-top: 2px dashed var(--line); }
.demo h3 { margin-top: 18px; }
.receipts { font-size: .875rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; background: #fff; padding: 8px; }
@media (max-width: 480px) { .top { flex-direction: column; gap: 6px; } }
`;

export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#4b2e83"/><path d="M5 10h22v13H5z" fill="#fff"/><path d="m5 10 11 8 11-8" fill="none" stroke="#4b2e83" stroke-width="2.5"/></svg>`;

/** Puts the fresh page in place of the old one, unless someone is typing in it. */
export const LIVE = `
const stream = new EventSource('/changes');
stream.onmessage = async () => {
	const inbox = document.getElementById('inbox');
	if (inbox.querySelector('details[open]')) return;
	const focused = document.activeElement?.value && document.activeElement.closest('.card')?.id;
	const fresh = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
	inbox.replaceChildren(...fresh.getElementById('inbox').childNodes);
	if (focused) document.getElementById(focused)?.querySelector('button')?.focus();
};
`;
