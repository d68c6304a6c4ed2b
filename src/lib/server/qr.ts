import QRCode from 'qrcode';

/** A text to scan, as a `data:` image of 220 pixels. */
export function qrData(text: string): Promise<string> {
	return QRCode.toDataURL(text, { margin: 1, width: 220 });
}

/** An address to scan, as SVG. */
export function qrImage(address: URL): Promise<string> {
	return QRCode.toString(address.href, { type: 'svg', margin: 2 });
}
