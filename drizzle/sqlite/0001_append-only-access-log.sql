-- The access log is added to and read, never rewritten (NEN 7513).
CREATE TRIGGER `access_log_no_update` BEFORE UPDATE ON `access_log` BEGIN
	SELECT RAISE(ABORT, 'the access log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `access_log_no_delete` BEFORE DELETE ON `access_log` BEGIN
	SELECT RAISE(ABORT, 'the access log is append-only');
END;
