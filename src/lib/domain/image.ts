/** Kinds of image that are taken in, by the name they are given back with. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp';

/** Bytes of an uploaded face, at most: what a telephone makes of a portrait of 400 pixels. */
export const PHOTO_MAX = 200 * 1024;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

/** What the bytes themselves begin as; null for anything else, whatever its name says. */
export function imageType(bytes: Uint8Array): ImageType | null {
	const has = (signature: readonly number[], at = 0) =>
		bytes.length > at + signature.length &&
		signature.every((byte, index) => bytes[at + index] === byte);
	if (has(PNG)) return 'image/png';
	if (has(JPEG)) return 'image/jpeg';
	// RIFF, four bytes of length, then what it holds.
	return has(RIFF) && has(WEBP, 8) ? 'image/webp' : null;
}
