const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A CSV file (RFC 4180) that a spreadsheet opens as text: UTF-8 with a byte order mark, semicolons
 * as Dutch spreadsheets expect, and a ' before what would otherwise run as a formula (ASVS 1.2.10).
 */
export function csv(rows: readonly (readonly string[])[]): string {
	return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
	const safe = FORMULA.test(text) ? `'${text}` : text;
	return `"${safe.replaceAll('"', '""')}"`;
}
