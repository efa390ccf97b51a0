-- What was said of a match: unsuitable, or invited. Rows are added and taken back, never changed otherwise.
create table match_feedback (
    id uuid primary key,
    need_id uuid not null references need,
    organization_id uuid not null references organization,
    verdict text not null check (verdict in ('INVITED', 'UNSUITABLE')),
    reason text check (reason in ('PRODUCT', 'CAPACITY', 'QUALIFICATION', 'REGION', 'TERMS', 'COOPERATING', 'OTHER')),
    note text not null default '' check (length(note) <= 200),
    given_for uuid not null references organization,
    given_by uuid not null references account,
    given_at timestamptz not null,
    taken_back_by uuid references account,
    taken_back_at timestamptz,
    check ((verdict = 'UNSUITABLE') = (reason is not null)),
    check (reason <> 'OTHER' or note <> ''),
    check ((taken_back_at is null) = (taken_back_by is null))
);
comment on column match_feedback.given_for is 'the organisation that says it: the owner of the need, an office or an association';
-- Of two clicks one counts: an organisation says one thing at a time, and nobody is invited twice to the same need.
create unique index match_feedback_one on match_feedback (need_id, organization_id, given_for) where taken_back_at is null;
create unique index match_feedback_invited on match_feedback (need_id, organization_id)
    where verdict = 'INVITED' and taken_back_at is null;
create index match_feedback_organization on match_feedback (organization_id, need_id);
create index match_feedback_for on match_feedback (given_for, given_at desc);
create index match_feedback_by on match_feedback (given_by);
create index match_feedback_taken_back_by on match_feedback (taken_back_by);

-- Strong matches of which the need's owner was told: once each.
create table match_noticed (
    need_id uuid not null references need,
    organization_id uuid not null references organization,
    noticed_at timestamptz not null,
    primary key (need_id, organization_id)
);
create index match_noticed_organization on match_noticed (organization_id);

-- Enterprises that do not want to be recommended to other enterprises; offices still see them.
create table match_silence (
    organization_id uuid primary key references organization,
    chosen_by uuid not null references account,
    chosen_at timestamptz not null
);
create index match_silence_by on match_silence (chosen_by);
