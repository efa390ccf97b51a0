-- Tables between upload and confirmation; the content goes when they are taken over, the row after a day.
create table sheet_upload (
    id uuid primary key,
    purpose text not null,
    file_name text not null,
    content bytea not null,
    uploaded_by uuid not null references account,
    uploaded_at timestamptz not null,
    taken_at timestamptz
);
create index sheet_upload_at on sheet_upload (uploaded_at);
create index sheet_upload_by on sheet_upload (uploaded_by);
