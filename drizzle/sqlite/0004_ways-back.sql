CREATE TABLE `task_list_states` (
	`connector_id` text PRIMARY KEY NOT NULL,
	`sync_token` text,
	`ctag` text,
	FOREIGN KEY (`connector_id`) REFERENCES `connectors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `task_list_tasks` (
	`connector_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`etag` text NOT NULL,
	`revision` integer NOT NULL,
	`status` text NOT NULL,
	`status_revision` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`owed` text,
	PRIMARY KEY(`connector_id`, `subject_id`),
	FOREIGN KEY (`connector_id`) REFERENCES `connectors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`connector_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`connector_id`) REFERENCES `connectors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `api_tokens_connector` ON `api_tokens` (`connector_id`);--> statement-breakpoint
CREATE TABLE `mail_link_browsers` (
	`browser_hash` text NOT NULL,
	`link_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`browser_hash`, `link_id`),
	FOREIGN KEY (`link_id`) REFERENCES `mail_links`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mail_link_visits` (
	`id` text PRIMARY KEY NOT NULL,
	`link_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`code_hash` text,
	`code_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`link_id`) REFERENCES `mail_links`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mail_link_visits_link` ON `mail_link_visits` (`link_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `mail_links` (
	`id` text PRIMARY KEY NOT NULL,
	`connector_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`person_id` text,
	`address` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`ended_because` text,
	FOREIGN KEY (`connector_id`) REFERENCES `connectors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_links_token` ON `mail_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `mail_links_subject` ON `mail_links` (`subject_id`,`connector_id`);--> statement-breakpoint
CREATE TABLE `reminder_mail_actions` (
	`mail_id` text NOT NULL,
	`audience` text NOT NULL,
	`action_id` text NOT NULL,
	PRIMARY KEY(`mail_id`, `audience`, `action_id`),
	FOREIGN KEY (`mail_id`) REFERENCES `reminder_mails`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reminder_mail_actions_action` ON `reminder_mail_actions` (`action_id`);--> statement-breakpoint
CREATE TABLE `reminder_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`day` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminder_mails_day` ON `reminder_mails` (`address`,`day`);--> statement-breakpoint
CREATE TABLE `connector_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`connector_id` text NOT NULL,
	`person_id` text NOT NULL,
	`because` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`connector_id`) REFERENCES `connectors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `connector_notices_due` ON `connector_notices` (`settled_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `filed_lists` (
	`item_id` text NOT NULL,
	`version` integer NOT NULL,
	`organisation_id` text NOT NULL,
	`filed` integer NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`item_id`, `version`, `organisation_id`)
);
--> statement-breakpoint
CREATE TABLE `organisation_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_on` text NOT NULL,
	`created_by` text NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_feeds_token` ON `organisation_feeds` (`token_hash`);--> statement-breakpoint
CREATE INDEX `organisation_feeds_organisation` ON `organisation_feeds` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `paper_handovers` (
	`subject_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`revision` integer NOT NULL,
	`item_id` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`subject_id`, `organisation_id`, `revision`)
);
--> statement-breakpoint
CREATE INDEX `paper_handovers_item` ON `paper_handovers` (`item_id`);--> statement-breakpoint
ALTER TABLE `connectors` ADD `settings` text;--> statement-breakpoint
ALTER TABLE `connectors` ADD `previous_secret` text;--> statement-breakpoint
ALTER TABLE `connectors` ADD `previous_until` integer;--> statement-breakpoint
ALTER TABLE `connectors` ADD `failing_since` integer;--> statement-breakpoint
ALTER TABLE `connectors` ADD `failed_attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `deliveries_next` ON `deliveries` (`connector_id`,`outbox_seq`);