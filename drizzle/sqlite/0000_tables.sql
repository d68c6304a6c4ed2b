CREATE TABLE `feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_on` text NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_token` ON `feeds` (`token_hash`);--> statement-breakpoint
CREATE INDEX `feeds_person` ON `feeds` (`person_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`invited_by` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`under_meldcode` integer NOT NULL,
	`require_second_factor` integer DEFAULT false NOT NULL,
	`archived_at` integer
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`function` text NOT NULL,
	`email` text NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`administers` text DEFAULT 'nothing' NOT NULL,
	`password_hash` text,
	`totp_secret` text,
	`totp_confirmed_at` integer,
	`totp_last_step` integer DEFAULT 0 NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE INDEX `people_organisation` ON `people` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_person` ON `recovery_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`complete` integer NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`case_id` text,
	`reason` text DEFAULT '' NOT NULL,
	`news` text DEFAULT '' NOT NULL,
	`presenter_id` text,
	`minutes` integer NOT NULL,
	`position` integer NOT NULL,
	`status` text DEFAULT 'planned' NOT NULL,
	`live_since` integer,
	`spent_seconds` integer DEFAULT 0 NOT NULL,
	`concluded_at` integer,
	`carried_to_id` text,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`presenter_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agenda_items_meeting` ON `agenda_items` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `agenda_items_case` ON `agenda_items` (`case_id`);--> statement-breakpoint
CREATE TABLE `item_participants` (
	`item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`invited_by` text NOT NULL,
	`invited_at` integer NOT NULL,
	`removed_at` integer,
	`admitted_at` integer,
	`left_at` integer,
	`attended_at` integer,
	PRIMARY KEY(`item_id`, `person_id`),
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_participants_person` ON `item_participants` (`person_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`video_link` text DEFAULT '' NOT NULL,
	`status` text DEFAULT 'planned' NOT NULL,
	`started_at` integer,
	`closed_at` integer,
	`calendar_sequence` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`table_id`) REFERENCES `tables`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meetings_table` ON `meetings` (`table_id`);--> statement-breakpoint
CREATE TABLE `seats` (
	`table_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`remote` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`table_id`, `person_id`),
	FOREIGN KEY (`table_id`) REFERENCES `tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seats_person` ON `seats` (`person_id`);--> statement-breakpoint
CREATE TABLE `tables` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`format` text NOT NULL,
	`minutes` integer NOT NULL,
	`minutes_per_case` integer NOT NULL,
	`required_seats` text NOT NULL,
	`archived_at` integer
);
--> statement-breakpoint
CREATE TABLE `caregivers` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text DEFAULT '' NOT NULL,
	`relation` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `caregivers_case` ON `caregivers` (`case_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`code` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`table_id`) REFERENCES `tables`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_code` ON `cases` (`code`);--> statement-breakpoint
CREATE INDEX `cases_table` ON `cases` (`table_id`);--> statement-breakpoint
CREATE TABLE `children` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`first_name` text NOT NULL,
	`birth_month` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `children_case` ON `children` (`case_id`);--> statement-breakpoint
CREATE TABLE `dossier_references` (
	`case_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`reference` text NOT NULL,
	PRIMARY KEY(`case_id`, `organisation_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`question_id` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`entered_by` text NOT NULL,
	`value` text NOT NULL,
	`source` text,
	`observed_on` text,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`superseded_at` integer,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answers_revision` ON `answers` (`item_id`,`subject_id`,`question_id`,`person_id`,`revision`);--> statement-breakpoint
CREATE TABLE `dissents` (
	`item_id` text NOT NULL,
	`child_id` text NOT NULL,
	`person_id` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	PRIMARY KEY(`item_id`, `child_id`, `person_id`),
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `joint_judgements` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`child_id` text NOT NULL,
	`safety` text NOT NULL,
	`grade` integer NOT NULL,
	`risk` text NOT NULL,
	`motivation` text NOT NULL,
	`recorded_by` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`superseded_at` integer,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `joint_judgements_revision` ON `joint_judgements` (`item_id`,`child_id`,`revision`);--> statement-breakpoint
CREATE TABLE `judgements` (
	`item_id` text NOT NULL,
	`child_id` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`safety` text NOT NULL,
	`grade` integer NOT NULL,
	`risk` text NOT NULL,
	`safety_reason` text NOT NULL,
	`risk_reason` text NOT NULL,
	`revision` integer NOT NULL,
	`submitted_at` integer NOT NULL,
	PRIMARY KEY(`item_id`, `child_id`, `person_id`),
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meldcode_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`child_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`decision` text NOT NULL,
	`because` text,
	`decided_on` text NOT NULL,
	`person_id` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`superseded_at` integer,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meldcode_decisions_item` ON `meldcode_decisions` (`item_id`);--> statement-breakpoint
CREATE TABLE `reveals` (
	`item_id` text NOT NULL,
	`child_id` text NOT NULL,
	`revealed_at` integer NOT NULL,
	`revealed_by` text,
	PRIMARY KEY(`item_id`, `child_id`),
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `table_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`question_id` text NOT NULL,
	`value` text NOT NULL,
	`recorded_by` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`superseded_at` integer,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `table_answers_revision` ON `table_answers` (`item_id`,`subject_id`,`question_id`,`revision`);--> statement-breakpoint
CREATE TABLE `coordination` (
	`case_id` text PRIMARY KEY NOT NULL,
	`family_can` integer,
	`family_who` text DEFAULT '' NOT NULL,
	`family_wishes` text DEFAULT '' NOT NULL,
	`help_started_on` text,
	`help_what` text DEFAULT '' NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `role_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`role` text NOT NULL,
	`person_id` text NOT NULL,
	`replacement_id` text,
	`status` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	`ended_at` integer,
	`reason` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_terms_case` ON `role_terms` (`case_id`);--> statement-breakpoint
CREATE INDEX `role_terms_person` ON `role_terms` (`person_id`);--> statement-breakpoint
CREATE TABLE `action_events` (
	`id` text PRIMARY KEY NOT NULL,
	`action_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`connector_id` text,
	`detail` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `action_events_action` ON `action_events` (`action_id`);--> statement-breakpoint
CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`case_id` text NOT NULL,
	`title` text NOT NULL,
	`owner_organisation_id` text NOT NULL,
	`owner_person_id` text,
	`agreed_owner` text,
	`due` text NOT NULL,
	`tell_to` text DEFAULT '' NOT NULL,
	`question_id` text,
	`status` text NOT NULL,
	`reason` text,
	`done_on` text,
	`result` text,
	`revision` integer NOT NULL,
	`status_revision` integer NOT NULL,
	`proposed_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `actions_item` ON `actions` (`item_id`);--> statement-breakpoint
CREATE INDEX `actions_owner` ON `actions` (`owner_person_id`);--> statement-breakpoint
CREATE INDEX `actions_organisation` ON `actions` (`owner_organisation_id`);--> statement-breakpoint
CREATE TABLE `decision_versions` (
	`item_id` text NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`ratified_at` integer,
	PRIMARY KEY(`item_id`, `version`),
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `item_records` (
	`item_id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `item_records_item` ON `item_records` (`item_id`);--> statement-breakpoint
CREATE INDEX `item_records_meeting` ON `item_records` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `ratifications` (
	`item_id` text NOT NULL,
	`version` integer NOT NULL,
	`person_id` text NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`item_id`, `version`, `person_id`)
);
--> statement-breakpoint
CREATE TABLE `connector_exchanges` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`connector_id` text NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	`error` text,
	FOREIGN KEY (`connector_id`) REFERENCES `connectors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `connector_exchanges_connector` ON `connector_exchanges` (`connector_id`);--> statement-breakpoint
CREATE TABLE `connectors` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`url` text NOT NULL,
	`signing_secret` text NOT NULL,
	`api_key_hash` text NOT NULL,
	`paused_at` integer,
	`paused_because` text,
	`removed_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `connectors_organisation` ON `connectors` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `connectors_key` ON `connectors` (`api_key_hash`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`outbox_seq` integer NOT NULL,
	`connector_id` text,
	`status` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer,
	`claimed_until` integer,
	`sent_at` integer,
	`received_at` integer,
	`read_at` integer,
	`parked_at` integer,
	`error` text,
	FOREIGN KEY (`outbox_seq`) REFERENCES `outbox`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`connector_id`) REFERENCES `connectors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`outbox_seq`,`connector_id`);--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`status`,`next_attempt_at`);--> statement-breakpoint
CREATE INDEX `deliveries_connector` ON `deliveries` (`connector_id`,`status`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`organisation_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`item_id` text NOT NULL,
	`revision` integer NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_id` ON `outbox` (`id`);--> statement-breakpoint
CREATE INDEX `outbox_subject` ON `outbox` (`subject_id`);--> statement-breakpoint
CREATE INDEX `outbox_item` ON `outbox` (`item_id`);--> statement-breakpoint
CREATE TABLE `document_replicas` (
	`document_id` text NOT NULL,
	`client_id` integer NOT NULL,
	`person_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`document_id`, `client_id`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `document_updates` (
	`document_id` text NOT NULL,
	`seq` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`document_id`, `seq`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`epoch` integer DEFAULT 1 NOT NULL,
	`snapshot` blob
);
--> statement-breakpoint
CREATE TABLE `access_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`event` text NOT NULL,
	`person_id` text,
	`organisation_id` text,
	`role` text NOT NULL,
	`responsible_person_id` text,
	`client` text NOT NULL,
	`client_address` text NOT NULL,
	`object_kind` text NOT NULL,
	`object_id` text NOT NULL,
	`case_id` text,
	`ground` text NOT NULL,
	`outcome` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `access_log_case` ON `access_log` (`case_id`);--> statement-breakpoint
CREATE INDEX `access_log_person` ON `access_log` (`person_id`);--> statement-breakpoint
CREATE TABLE `commands` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`input_hash` text NOT NULL,
	`result` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `commands_at` ON `commands` (`at`);