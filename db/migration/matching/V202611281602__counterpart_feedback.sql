-- Which site, capital or resource does not suit a need, and why: kept, taken back by who said it, never changed otherwise.
create table counterpart_feedback (
    id uuid primary key,
    need_id uuid not null references need,
    counterpart_id uuid not null references need check (counterpart_id <> need_id),
    reason text not null check (reason in ('CAPACITY', 'QUALIFICATION', 'REGION', 'TERMS', 'COOPERATING', 'OTHER')),
    note text not null default '' check (length(note) <= 200),
    given_for uuid not null references organization,
    given_by uuid not null references account,
    given_at timestamptz not null,
    taken_back_by uuid references account,
    taken_back_at timestamptz,
    check (reason <> 'OTHER' or note <> ''),
    check ((taken_back_at is null) = (taken_back_by is null))
);
-- Of two clicks one counts.
create unique index counterpart_feedback_one on counterpart_feedback (need_id, counterpart_id, given_for) where taken_back_at is null;
create index counterpart_feedback_counterpart on counterpart_feedback (counterpart_id);
create index counterpart_feedback_for on counterpart_feedback (given_for);
create index counterpart_feedback_by on counterpart_feedback (given_by);
create index counterpart_feedback_taken_back_by on counterpart_feedback (taken_back_by);
