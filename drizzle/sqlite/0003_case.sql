CREATE TABLE `escalations` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`role` text NOT NULL,
	`to_whom` text NOT NULL,
	`reason` text NOT NULL,
	`escalated_on` text NOT NULL,
	`answered_on` text,
	`outcome` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `escalations_case` ON `escalations` (`case_id`);--> statement-breakpoint
CREATE TABLE `family_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`what` text NOT NULL,
	`who` text NOT NULL,
	`due` text NOT NULL,
	`followed_by` text NOT NULL,
	`status` text NOT NULL,
	`status_on` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `family_actions_case` ON `family_actions` (`case_id`);--> statement-breakpoint
CREATE TABLE `feedback_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`signal_id` text NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`teller_id` text NOT NULL,
	`due_on` text NOT NULL,
	`topics` text NOT NULL,
	`line` text NOT NULL,
	`given_by` text,
	`given_on` text,
	`how` text NOT NULL,
	`reason` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`signal_id`) REFERENCES `signals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feedback_steps_case` ON `feedback_steps` (`case_id`);--> statement-breakpoint
CREATE TABLE `signals` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`given_on` text NOT NULL,
	`signaller_id` text,
	`signaller_name` text NOT NULL,
	`signaller_organisation` text NOT NULL,
	`fact` text NOT NULL,
	`interpretation` text NOT NULL,
	`source` text NOT NULL,
	`child_id` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`corrected_at` integer,
	`withdrawn_by` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`revision` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `signals_case` ON `signals` (`case_id`);--> statement-breakpoint
CREATE TABLE `advices` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`child_ids` text NOT NULL,
	`organisation_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_on` text NOT NULL,
	`adviser` text NOT NULL,
	`advice` text NOT NULL,
	`named_because` text,
	`recorded_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `advices_case` ON `advices` (`case_id`);--> statement-breakpoint
CREATE TABLE `meldcode_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`entry` text NOT NULL,
	`revision` integer NOT NULL,
	`shown_at` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meldcode_entries_revision` ON `meldcode_entries` (`case_id`,`person_id`,`revision`);--> statement-breakpoint
CREATE TABLE `pressure_moments` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`what` text NOT NULL,
	`why` text NOT NULL,
	`carrier_id` text,
	`told` text NOT NULL,
	`look_back_on` text,
	`recorded_by` text NOT NULL,
	`recorded_on` text NOT NULL,
	`agreed` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pressure_moments_case` ON `pressure_moments` (`case_id`);--> statement-breakpoint
CREATE TABLE `straight_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`child_id` text NOT NULL,
	`kind` text NOT NULL,
	`set_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`taken_back_at` text,
	`taken_back_by` text,
	`taken_back_on` text,
	`reason` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `straight_marks_case` ON `straight_marks` (`case_id`);--> statement-breakpoint
CREATE TABLE `talks` (
	`id` text PRIMARY KEY NOT NULL,
	`talk_id` text NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`caregiver_ids` text NOT NULL,
	`child_ids` text NOT NULL,
	`holder_id` text NOT NULL,
	`on` text NOT NULL,
	`help_from` text NOT NULL,
	`say_first` text NOT NULL,
	`status` text NOT NULL,
	`outcome` text NOT NULL,
	`revision` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `talks_revision` ON `talks` (`talk_id`,`revision`);--> statement-breakpoint
CREATE INDEX `talks_case` ON `talks` (`case_id`);--> statement-breakpoint
CREATE TABLE `weighing_questions` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`framework` text NOT NULL,
	`words` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `involvements` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`record_id` text NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`party` text NOT NULL,
	`name` text NOT NULL,
	`organisation_id` text,
	`with` text NOT NULL,
	`since` text NOT NULL,
	`purpose` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_phone` text NOT NULL,
	`standing` text NOT NULL,
	`standing_on` text NOT NULL,
	`standing_by` text NOT NULL,
	`action_id` text,
	`children_in_view` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `involvements_case` ON `involvements` (`case_id`);--> statement-breakpoint
CREATE TABLE `network_members` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`record_id` text NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`first_name` text NOT NULL,
	`relation` text NOT NULL,
	`circle` text NOT NULL,
	`strength` text NOT NULL,
	`gone` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `network_members_case` ON `network_members` (`case_id`);--> statement-breakpoint
CREATE TABLE `safety_skips` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`how` text NOT NULL,
	`why` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `safety_skips_case` ON `safety_skips` (`case_id`);--> statement-breakpoint
CREATE TABLE `case_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`on` text NOT NULL,
	`about` text NOT NULL,
	`dropped_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_reviews_case` ON `case_reviews` (`case_id`);--> statement-breakpoint
CREATE TABLE `child_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`child_id` text NOT NULL,
	`on` text NOT NULL,
	`how` text NOT NULL,
	`name` text NOT NULL,
	`function` text NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `child_contacts_case` ON `child_contacts` (`case_id`);--> statement-breakpoint
CREATE TABLE `closures` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`stays_id` text,
	`stays` text NOT NULL,
	`stays_until` text NOT NULL,
	`follow_up_on` text NOT NULL,
	`follow_up_id` text NOT NULL,
	`checked_on` text,
	`checked_by` text,
	`still_safe` text,
	`seen_by` text,
	`outcome` text,
	`reopened_at` integer,
	`reopened_by` text,
	`reopened_because` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `closures_case` ON `closures` (`case_id`);--> statement-breakpoint
CREATE TABLE `family_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`kind` text NOT NULL,
	`on` text NOT NULL,
	`what` text NOT NULL,
	`not_needed` text,
	`not_needed_by` text,
	`not_needed_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `family_changes_case` ON `family_changes` (`case_id`);--> statement-breakpoint
CREATE TABLE `anonymous_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`case_id` text NOT NULL,
	`child_id` text NOT NULL,
	`years` integer NOT NULL,
	`months` integer,
	`text` text NOT NULL,
	`person_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `children`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `anonymous_questions_case` ON `anonymous_questions` (`case_id`);--> statement-breakpoint
CREATE INDEX `anonymous_questions_person` ON `anonymous_questions` (`person_id`);--> statement-breakpoint
CREATE TABLE `consent_facts` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`item_id` text NOT NULL,
	`case_id` text NOT NULL,
	`child_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`state` text NOT NULL,
	`on_day` text NOT NULL,
	`organisation_ids` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `children`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consent_facts_case` ON `consent_facts` (`case_id`);--> statement-breakpoint
CREATE TABLE `custody_facts` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`item_id` text NOT NULL,
	`case_id` text NOT NULL,
	`child_id` text NOT NULL,
	`caregiver_id` text NOT NULL,
	`custody` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `children`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`caregiver_id`) REFERENCES `caregivers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `custody_facts_case` ON `custody_facts` (`case_id`);--> statement-breakpoint
CREATE TABLE `item_grounds` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`case_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`ground` text,
	`explanation` text DEFAULT '' NOT NULL,
	`informed` integer,
	`not_informed_because` text DEFAULT '' NOT NULL,
	`ends_on` text,
	`recorded_by` text,
	`recorded_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`ended_because` text DEFAULT '' NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_grounds_item` ON `item_grounds` (`item_id`);--> statement-breakpoint
CREATE INDEX `item_grounds_case` ON `item_grounds` (`case_id`);--> statement-breakpoint
CREATE INDEX `item_grounds_ends` ON `item_grounds` (`ends_on`);--> statement-breakpoint
CREATE TABLE `sharing_reasons` (
	`item_id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`why` text NOT NULL,
	`less_would_do` text NOT NULL,
	`other_way` text NOT NULL,
	`informed` integer NOT NULL,
	`not_informed_because` text DEFAULT '' NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sharing_reasons_case` ON `sharing_reasons` (`case_id`);--> statement-breakpoint
CREATE TABLE `alternatives` (
	`id` text PRIMARY KEY NOT NULL,
	`stagnation_id` text NOT NULL,
	`what` text NOT NULL,
	`due` text NOT NULL,
	`owner_id` text NOT NULL,
	`agreed_on` text NOT NULL,
	`works` integer,
	`looked_back_on` text,
	`note` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`stagnation_id`) REFERENCES `stagnations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `alternatives_stagnation` ON `alternatives` (`stagnation_id`);--> statement-breakpoint
CREATE TABLE `missed_appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`missed_on` text NOT NULL,
	`with_whom` text NOT NULL,
	`reason` text NOT NULL,
	`taken_back_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `missed_appointments_case` ON `missed_appointments` (`case_id`);--> statement-breakpoint
CREATE TABLE `referrals` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`from_name` text NOT NULL,
	`from_organisation_id` text,
	`to_name` text NOT NULL,
	`to_organisation_id` text,
	`reason` text NOT NULL,
	`referred_on` text NOT NULL,
	`status` text NOT NULL,
	`status_on` text NOT NULL,
	`status_reason` text DEFAULT '' NOT NULL,
	`expected_on` text,
	`given` text NOT NULL,
	`given_by` text DEFAULT '' NOT NULL,
	`taken` text NOT NULL,
	`taken_by` text DEFAULT '' NOT NULL,
	`handed_over_on` text,
	`revision` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `referrals_case` ON `referrals` (`case_id`);--> statement-breakpoint
CREATE TABLE `stagnations` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`reason` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`since` text NOT NULL,
	`referral_id` text,
	`over_on` text,
	`revision` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stagnations_case` ON `stagnations` (`case_id`);--> statement-breakpoint
CREATE TABLE `case_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`from_case_id` text NOT NULL,
	`from_item_id` text NOT NULL,
	`from_table_name` text NOT NULL,
	`to_table_id` text NOT NULL,
	`to_table_name` text NOT NULL,
	`reason` text NOT NULL,
	`lines` text NOT NULL,
	`moved_by` text NOT NULL,
	`moved_at` integer NOT NULL,
	`status` text NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`return_reason` text,
	`new_case_id` text,
	FOREIGN KEY (`from_case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_table_id`) REFERENCES `tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`new_case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_moves_from` ON `case_moves` (`from_case_id`);--> statement-breakpoint
CREATE INDEX `case_moves_to` ON `case_moves` (`to_table_id`);--> statement-breakpoint
CREATE INDEX `case_moves_new` ON `case_moves` (`new_case_id`);--> statement-breakpoint
CREATE TABLE `move_confirmations` (
	`move_id` text NOT NULL,
	`side` text NOT NULL,
	`point` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`move_id`, `side`, `point`),
	FOREIGN KEY (`move_id`) REFERENCES `case_moves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `parties` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`offers` text NOT NULL,
	`age_from` integer,
	`age_to` integer,
	`contract_from` text,
	`contract_until` text,
	`waiting` text DEFAULT '' NOT NULL,
	`waiting_on` text,
	`reviewed_on` text,
	`reviewed_by` text,
	`revision` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `parties_name` ON `parties` (`name`);--> statement-breakpoint
CREATE TABLE `party_contacts` (
	`party_id` text NOT NULL,
	`role` text NOT NULL,
	`person_id` text,
	`name` text NOT NULL,
	`function` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`photo_id` text,
	PRIMARY KEY(`party_id`, `role`),
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `party_contacts_person` ON `party_contacts` (`person_id`);--> statement-breakpoint
CREATE TABLE `party_photos` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `party_photos_party` ON `party_photos` (`party_id`);--> statement-breakpoint
CREATE TABLE `dossier_exports` (
	`item_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	PRIMARY KEY(`item_id`, `organisation_id`, `version`),
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `family_copies` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`version` integer NOT NULL,
	`lines` text NOT NULL,
	`incomplete` integer NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `family_copies_item` ON `family_copies` (`item_id`);--> statement-breakpoint
ALTER TABLE `meetings` ADD `urgent` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `role_terms` ADD `outside_name` text;--> statement-breakpoint
ALTER TABLE `role_terms` ADD `received_on` text;--> statement-breakpoint
ALTER TABLE `role_terms` ADD `mandate` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `role_terms` ADD `escalates_to` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `role_terms` ADD `revision` integer DEFAULT 0 NOT NULL;