-- What the schema language cannot say: forms of days and instants, states, append-only tables, partial indexes, grants.

CREATE FUNCTION is_day(value text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value ~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$';

CREATE FUNCTION is_instant(value text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value ~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$';

CREATE FUNCTION is_sha256(value text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value ~ '^[0-9a-f]{64}$';

-- Days and instants sort by code point, whatever the database's own language is.
DO $$
DECLARE
  place text;
  form text;
  table_name text;
  column_name text;
BEGIN
  FOREACH place IN ARRAY ARRAY[
    'is_day unit_version.valid_from', 'is_day person_version.valid_from',
    'is_day seat_holding.valid_from', 'is_day seat_holding.valid_to',
    'is_day plan.notice_date', 'is_day plan.consultation_due', 'is_day plan.receipt_due',
    'is_day subject.due', 'is_day subject.light_on', 'is_day light_history.assessed_on',
    'is_day obligation.due', 'is_day obligation.review_due', 'is_day obligation.resubmit_due',
    'is_day return_row.due', 'is_day letter.about', 'is_day mail.plan_day',
    'is_instant event.recorded_at', 'is_instant chain_head.next_wake', 'is_instant content.erased_at',
    'is_instant plan.imported_at', 'is_instant plan.approval_asked_at', 'is_instant plan.approved_at',
    'is_instant plan.issued_at', 'is_instant plan_clock.instant',
    'is_day plan_unit.answer_due', 'is_instant plan_unit.answered_at', 'is_instant plan_unit.receipted_at', 'is_instant plan_unit.receipt_listed_at',
    'is_instant open_point.settled_at', 'is_instant task.issued_at', 'is_instant task.ended_at',
    'is_instant obligation.opened_at', 'is_instant obligation.submitted_at', 'is_instant obligation.accepted_at',
    'is_instant statement.filed_at', 'is_instant summary.written_at',
    'is_instant return.head_asked_at', 'is_instant return.submitted_at', 'is_instant return.reviewed_at',
    'is_instant delivery.acted_at', 'is_instant delivery.finished_at', 'is_instant letter.due_at',
    'is_instant mail.made_at', 'is_instant mail.next_try_at', 'is_instant mail.lease_until', 'is_instant mail.sent_at',
    'is_instant mail_attempt.began_at', 'is_instant mail_attempt.ended_at',
    'is_sha256 event.content_hash', 'is_sha256 event.previous_hash', 'is_sha256 event.hash', 'is_sha256 event.seal',
    'is_sha256 chain_head.hash', 'is_sha256 content.commitment', 'is_sha256 notice.original_hash',
    'is_sha256 notice.text_hash'
  ] LOOP
    form := split_part(place, ' ', 1);
    table_name := split_part(split_part(place, ' ', 2), '.', 1);
    column_name := split_part(place, '.', 2);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE "C"', table_name, column_name);
    EXECUTE format(
      'ALTER TABLE %I ADD CONSTRAINT %I CHECK (%s(%I))', table_name, table_name || '_' || column_name || '_form', form, column_name
    );
  END LOOP;
END
$$;

ALTER TABLE event ALTER COLUMN chain TYPE text COLLATE "C";
ALTER TABLE chain_head ALTER COLUMN chain TYPE text COLLATE "C";
ALTER TABLE letter ALTER COLUMN chain TYPE text COLLATE "C";

ALTER TABLE event
  ADD CONSTRAINT event_place CHECK (seq >= 1 AND ordinal >= 0 AND version >= 1),
  ADD CONSTRAINT event_chain CHECK (chain ~ '^(task|plan|return)/[0-9a-f-]{36}$|^registry(/[0-9a-f-]{36})?$'),
  ADD CONSTRAINT event_first CHECK (seq > 1 OR previous_hash = repeat('0', 64));

ALTER TABLE chain_head ADD CONSTRAINT chain_head_kind CHECK (kind IN ('task', 'plan', 'return', 'registry'));

ALTER TABLE content ADD CONSTRAINT content_erasure CHECK (
  (erased_at IS NULL AND erased_ground IS NULL AND salt IS NOT NULL AND text IS NOT NULL)
  OR (erased_at IS NOT NULL AND erased_ground IS NOT NULL AND salt IS NULL AND text IS NULL)
);

ALTER TABLE unit_version ADD CONSTRAINT unit_version_kind CHECK (
  kind IN ('party', 'government', 'district', 'vertical', 'office', 'supervision', 'leadership')
);
ALTER TABLE seat_holding
  ADD CONSTRAINT seat_holding_seat CHECK (
    seat IN ('office', 'officer', 'writer', 'head', 'supervisor', 'leader', 'admin')
  ),
  ADD CONSTRAINT seat_holding_rank CHECK (rank IN ('A', 'B')),
  ADD CONSTRAINT seat_holding_term CHECK (valid_to >= valid_from);

ALTER TABLE plan
  ADD CONSTRAINT plan_clock_kind CHECK (clock IN ('real', 'stepped')),
  ADD CONSTRAINT plan_phase CHECK (phase IN ('draft', 'consultation', 'approval', 'approved', 'issued'));
ALTER TABLE plan_unit ADD CONSTRAINT plan_unit_answer CHECK (answer IN ('none', 'no-opinion', 'opinions', 'lapsed'));
ALTER TABLE task ADD CONSTRAINT task_phase CHECK (phase IN ('open', 'ended'));
ALTER TABLE task_party ADD CONSTRAINT task_party_role CHECK (role IN ('lead', 'support', 'district'));
ALTER TABLE obligation
  ADD CONSTRAINT obligation_kind CHECK (kind IN ('stage-plan', 'contribution', 'progress', 'district-figures')),
  ADD CONSTRAINT obligation_state CHECK (state IN ('open', 'submitted', 'sent-back', 'accepted', 'ended'));
ALTER TABLE obligation_row
  ADD CONSTRAINT obligation_row_state CHECK (state IN ('open', 'submitted', 'accepted', 'sent-back'));
ALTER TABLE return
  ADD CONSTRAINT return_kind CHECK (kind IN ('stage-plan', 'contribution', 'progress', 'district-figures')),
  ADD CONSTRAINT return_phase CHECK (phase IN ('draft', 'submitted', 'settled'));
ALTER TABLE return_row
  ADD CONSTRAINT return_row_state CHECK (state IN ('draft', 'submitted', 'accepted', 'sent-back', 'refused'));
ALTER TABLE delivery
  ADD CONSTRAINT delivery_kind CHECK (kind IN ('submit', 'review')),
  ADD CONSTRAINT delivery_state CHECK (state IN ('pending', 'finished'));
ALTER TABLE letter ADD CONSTRAINT letter_merge_class CHECK (merge_class IN ('daily', 'urgent'));
ALTER TABLE mail
  ADD CONSTRAINT mail_state CHECK (
    state IN ('due', 'claimed', 'sending', 'accepted', 'retry', 'failed', 'ambiguous')
  ),
  ADD CONSTRAINT mail_lease CHECK ((lease_until IS NOT NULL) = (state IN ('claimed', 'sending')));
ALTER TABLE number_series ADD CONSTRAINT number_series_last CHECK (last >= 0);

-- Append-only, for every role: the owner and a superuser meet the triggers too.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: its rows are only ever added', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER notice_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON notice
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER mail_letter_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON mail_letter
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER mail_attempt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON mail_attempt
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER content_kept BEFORE DELETE OR TRUNCATE ON content
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A text is erased once and for all: nothing is put in its place, and a text that stands is never exchanged.
CREATE FUNCTION refuse_exchange() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL
    OR (OLD.id, OLD.plan_id, OLD.path, OLD.commitment) IS DISTINCT FROM (NEW.id, NEW.plan_id, NEW.path, NEW.commitment) THEN
    RAISE EXCEPTION 'content % can only be erased, once', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER content_only_erased BEFORE UPDATE ON content FOR EACH ROW EXECUTE FUNCTION refuse_exchange();

-- So that the index of letters due shrinks, whoever it is that makes a mail.
CREATE FUNCTION take_letters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE letter SET taken = true WHERE id IN (SELECT letter_id FROM added) AND NOT taken;
  RETURN NULL;
END
$$;

CREATE TRIGGER mail_letter_takes AFTER INSERT ON mail_letter REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION take_letters();

CREATE INDEX chain_head_wake ON chain_head (next_wake) WHERE next_wake IS NOT NULL;
CREATE INDEX chain_head_plan_wake ON chain_head (plan_id, next_wake) WHERE next_wake IS NOT NULL;
CREATE INDEX chain_head_parked ON chain_head (plan_id) WHERE parked_reason IS NOT NULL;
CREATE INDEX letter_waiting ON letter (due_at) INCLUDE (plan_id, merge_class) WHERE withdrawn_at_seq IS NULL AND NOT taken;
CREATE INDEX letter_plan_waiting ON letter (plan_id, due_at) WHERE withdrawn_at_seq IS NULL AND NOT taken;
CREATE INDEX letter_inbox ON letter (unit_id, seat, due_at) WHERE withdrawn_at_seq IS NULL;
CREATE INDEX mail_claimable ON mail (next_try_at) WHERE state IN ('due', 'retry');
CREATE INDEX mail_leased ON mail (lease_until) WHERE state IN ('claimed', 'sending');
CREATE INDEX obligation_unfinished ON obligation (plan_id, due) WHERE state IN ('open', 'sent-back');
CREATE INDEX obligation_in_review ON obligation (plan_id, review_due) WHERE state = 'submitted';
CREATE INDEX return_in_review ON return (plan_id, submitted_at) WHERE phase = 'submitted';
CREATE INDEX return_row_handed_over ON return_row (writer_id) WHERE writer_id IS NOT NULL;
CREATE INDEX delivery_pending ON delivery (plan_id, acted_at) WHERE state = 'pending';
CREATE INDEX open_point_unsettled ON open_point (plan_id, seq) WHERE settled_at IS NULL;

GRANT USAGE ON SCHEMA public TO duban_app;
GRANT SELECT, INSERT ON event, notice, mail_letter, mail_attempt TO duban_app;
GRANT SELECT, INSERT, UPDATE (salt, text, erased_at, erased_ground) ON content TO duban_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON
  chain_head, unit_version, person_version, seat_holding, calendar_table, rule_set,
  plan, plan_clock, plan_unit, task_draft, open_point, opinion,
  task, task_party, subject, obligation, obligation_row, light_history, statement, summary,
  return, return_row, delivery, letter, mail, number_series
TO duban_app;
