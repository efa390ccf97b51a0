-- What every module may lean on: settings and counters.
create extension if not exists pg_trgm;

create table setting (
    key text primary key,
    value text not null,
    updated_at timestamptz not null default now(),
    updated_by uuid
);

create table demo_marker (loaded_at timestamptz not null);

create sequence registration_number;
create sequence need_number;
create sequence intent_number;
create sequence prospect_number;
create sequence meeting_number;
create sequence project_number;
create sequence event_number;
create sequence personal_data_request_number;
