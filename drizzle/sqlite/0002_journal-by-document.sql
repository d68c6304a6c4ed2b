-- Rows in the order of their key: those of one document lie together. In order of arrival, the rows that a
-- snapshot takes the place of would be spread over every page of the journal, and rewrite them all.
DROP TABLE `document_updates`;
--> statement-breakpoint
CREATE TABLE `document_updates` (
	`document_id` text NOT NULL,
	`seq` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`document_id`, `seq`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
