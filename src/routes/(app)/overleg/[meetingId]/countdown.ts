/** Seconds as minutes and seconds, as on a kitchen timer: 320 → "5:20". */
export function countdown(seconds: number): string {
	const whole = Math.max(0, Math.round(seconds));
	return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
