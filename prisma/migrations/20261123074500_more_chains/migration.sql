-- Slips and orders, objections, and sheets for approval have chains of their own.
ALTER TABLE event DROP CONSTRAINT event_chain;
ALTER TABLE event
  ADD CONSTRAINT event_chain CHECK (
    chain ~ '^(task|plan|return|order|objection|sheet)/[0-9a-f-]{36}$|^registry(/[0-9a-f-]{36})?$'
  );

ALTER TABLE chain_head DROP CONSTRAINT chain_head_kind;
ALTER TABLE chain_head
  ADD CONSTRAINT chain_head_kind CHECK (kind IN ('task', 'plan', 'return', 'registry', 'order', 'objection', 'sheet'));
