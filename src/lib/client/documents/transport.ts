/** What a shared document needs of the connection. */
export interface DocumentTransport {
	/** Resolves with the server's answer; rejects when the connection breaks first. */
	emitWithAck(event: string, payload: unknown): Promise<unknown>;
	/** Returns what stops it. */
	on(event: string, handler: (payload: unknown) => void): () => void;
	/** Reactive. */
	readonly connected: boolean;
	/** Called each time the connection is there (again); not for the one that is there now. */
	onReconnect(handler: () => void): () => void;
}

/** Socket.IO hands bytes out as ArrayBuffer in a browser and as Buffer in Node. */
export function asBytes(value: Uint8Array | ArrayBuffer): Uint8Array {
	return new Uint8Array(value);
}
