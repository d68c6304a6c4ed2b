ALTER TABLE `connectors` ADD `settings` text;--> statement-breakpoint
ALTER TABLE `connectors` ADD `previous_secret` text;--> statement-breakpoint
ALTER TABLE `connectors` ADD `previous_until` integer;--> statement-breakpoint
ALTER TABLE `connectors` ADD `failing_since` integer;