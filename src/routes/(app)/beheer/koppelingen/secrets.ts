/** Whatever of these was made; shown this once. */
export interface ShownSecrets {
	signingSecret?: string;
	clientId?: string;
	clientSecret?: string;
	/** Until then the signing secret before this one counts as well. */
	overlapUntil?: string;
}
