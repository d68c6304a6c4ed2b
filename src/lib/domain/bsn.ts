/** Digits, in groups as people write them: "123456782", "1234.56.782", "123 456 782". */
const NUMBER = /\d(?:[ .-]?\d)*/g;

/**
 * Whether a text holds what can be a citizen service number (BSN): nine digits that pass the eleven test
 * (weights 9 to 2, and -1 for the last). A number of another length, as of a telephone, is none.
 */
export function holdsBsn(text: string): boolean {
	return (text.match(NUMBER) ?? []).some((written) => {
		const digits = Array.from(written.replace(/\D/g, ''), Number);
		if (digits.length !== 9 || digits.every((digit) => digit === 0)) return false;
		const sum = digits.reduce(
			(total, digit, place) => total + digit * (place === 8 ? -1 : 9 - place),
			0
		);
		return sum % 11 === 0;
	});
}
