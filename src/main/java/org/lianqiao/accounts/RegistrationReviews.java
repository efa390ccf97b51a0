package org.lianqiao.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.ContactSource;
import org.lianqiao.organizations.Contacts;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Message;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.lianqiao.shared.WorkingDays;
import org.lianqiao.web.Choices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registrations of a reviewer's region; those from elsewhere, and those that wait for more than two working days, are
 * the review administrator's.
 */
@Service
@RequiredArgsConstructor
class RegistrationReviews {
    private static final int REVIEW_DAYS = 2;
    private static final String MINE = """
            g.state = 'SUBMITTED' and ((:reviewer and :region in (g.region_code, r.parent_code))
              or (:admin and (g.submitted_at < :late or not exists (
                  select from organization office join membership m on m.organization_id = office.id and m.ended_at is null
                    join membership_role mr on mr.membership_id = m.id and mr.role = 'REVIEWER'
                   where office.region_code in (g.region_code, r.parent_code)))))
            """;

    private final JdbcClient jdbc;
    private final Registrations registrations;
    private final Contacts contacts;
    private final ApplicationEventPublisher events;
    private final Choices choices;
    private final Clock clock;

    /** What the reviewer answers. */
    enum Verdict {
        APPROVED,
        RETURNED,
        REJECTED
    }

    record Row(UUID id, String number, String name, OrganizationKind kind, String region, OffsetDateTime submittedAt) {}

    PageOf<Row> waiting(Viewer reviewer, Paging paging) {
        var from = " from registration g left join region r on r.code = g.region_code where " + MINE;
        var rows = jdbc.sql("select g.id, g.number, g.name, g.kind, coalesce(r.short_zh, '') as region, g.submitted_at"
                        + from + " order by g.submitted_at, g.id limit :size offset :offset")
                .params(who(reviewer))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Row.class)
                .list();
        int total = jdbc.sql("select count(*) from (select 1" + from + " limit " + (PageOf.CAP + 1) + ") t")
                .params(who(reviewer))
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    Optional<RegistrationForm> find(UUID id, Viewer reviewer) {
        return isWaiting(id, reviewer) ? Optional.of(registrations.form(id)) : Optional.empty();
    }

    /** What a machine can see: keys of the bundles. */
    List<String> warnings(RegistrationForm form) {
        var warnings = new java.util.ArrayList<String>();
        if (!form.uscc().startsWith(form.kind() == OrganizationKind.ASSOCIATION ? "51" : "9"))
            warnings.add("accounts.review.prefix");
        if (form.nodeIds() == null || form.nodeIds().isEmpty()) warnings.add("accounts.review.noNode");
        boolean sameName = jdbc.sql(
                        "select exists (select from organization where name = ? and uscc is distinct from ?)")
                .params(form.name(), form.uscc())
                .query(Boolean.class)
                .single();
        if (sameName) warnings.add("accounts.review.sameName");
        return warnings;
    }

    @Transactional
    void decide(UUID id, Verdict verdict, String reason, Viewer reviewer) {
        if (verdict != Verdict.APPROVED && reason.isBlank())
            throw Refused.at("reason", "accounts.review.reason.required");
        if (!isWaiting(id, reviewer)) throw new NotFound();
        int moved = jdbc.sql(
                        "update registration set state = ?, decided_at = now(), version = version + 1 where id = ? and state = 'SUBMITTED'")
                .params(verdict.name(), id)
                .update();
        if (moved == 0) throw new NotFound();
        jdbc.sql(
                        "insert into registration_decision (id, registration_id, verdict, reason, decided_by, decided_at) values (?, ?, ?, ?, ?, now())")
                .params(Ids.next(), id, verdict.name(), reason, reviewer.account())
                .update();
        var form = registrations.form(id);
        if (verdict == Verdict.APPROVED) letIn(id, form, reviewer);
        var reach = form.contactEmail().isEmpty() ? form.contactPhone() : form.contactEmail();
        events.publishEvent(Message.to(
                reach,
                choices.text("accounts.message." + verdict, form.name()),
                choices.text("accounts.message." + verdict + ".body", form.name(), reason)));
        events.publishEvent(new Recorded(
                reviewer,
                "registration." + verdict.name().toLowerCase(Locale.ROOT),
                "registration",
                id,
                form.name(),
                reason));
    }

    /** A known organisation of the same code is claimed; else a new one is made. Its first person manages it. */
    private void letIn(UUID id, RegistrationForm form, Viewer reviewer) {
        var organization = jdbc.sql("""
                insert into organization as o (id, kind, name, uscc, region_code, status, size, profile, created_at, created_by, registered_at)
                select ?, g.kind, g.name, g.uscc, g.region_code, 'REGISTERED', g.size, g.profile, now(), ?, now() from registration g where g.id = ?
                on conflict (uscc) do update set kind = excluded.kind, name = excluded.name, region_code = excluded.region_code, status = 'REGISTERED',
                    size = excluded.size, profile = excluded.profile, registered_at = now(), version = o.version + 1 where o.status = 'KNOWN'
                returning id
                """)
                .params(Ids.next(), reviewer.account(), id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new Refused("accounts.uscc.registered"));
        jdbc.sql(
                        "insert into organization_node (organization_id, node_id) select ?, unnest(node_ids) from registration where id = ? on conflict do nothing")
                .params(organization, id)
                .update();
        jdbc.sql("""
                insert into organization_product (organization_id, name, position)
                select :org, left(p.name, 60), p.n from registration g, regexp_split_to_table(g.products, '[,，、;；\\s]+') with ordinality p(name, n)
                 where g.id = :id and p.name <> '' on conflict do nothing
                """).param("org", organization).param("id", id).update();
        var account = Ids.next();
        var membership = Ids.next();
        var login = form.contactPhone().isEmpty() ? form.contactEmail() : form.contactPhone();
        int made = jdbc.sql("""
                insert into account (id, login, name, phone, email, password_hash, status, created_at, credentials_changed_at)
                select ?, ?, contact_name, contact_phone, contact_email, password_hash, 'ACTIVE', now(), now() from registration where id = ?
                on conflict do nothing
                """).params(account, login, id).update();
        if (made == 0) throw new Refused("accounts.review.taken");
        jdbc.sql("insert into membership (id, account_id, organization_id, started_at) values (?, ?, ?, now())")
                .params(membership, account, organization)
                .update();
        jdbc.sql("insert into membership_role (membership_id, role) values (?, 'MEMBER'), (?, 'MANAGER')")
                .params(membership, membership)
                .update();
        jdbc.sql("update account set current_membership_id = ? where id = ?")
                .params(membership, account)
                .update();
        jdbc.sql("update registration set organization_id = ?, account_id = ?, password_hash = null where id = ?")
                .params(organization, account, id)
                .update();
        var consent = jdbc.sql("select consent_id from registration where id = ?")
                .param(id)
                .query(UUID.class)
                .optional()
                .orElse(null);
        contacts.keep(
                organization,
                form.contactName(),
                form.contactTitle(),
                form.contactPhone(),
                form.contactEmail(),
                ContactSource.REGISTRATION,
                "",
                LocalDate.now(clock),
                consent,
                null,
                reviewer);
    }

    private boolean isWaiting(UUID id, Viewer reviewer) {
        return jdbc.sql(
                        "select exists (select from registration g left join region r on r.code = g.region_code where g.id = :id and "
                                + MINE + ")")
                .params(who(reviewer))
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private Map<String, Object> who(Viewer reviewer) {
        var values = new HashMap<String, Object>();
        values.put("reviewer", reviewer.has(Role.REVIEWER));
        values.put("admin", reviewer.has(Role.REVIEW_ADMIN));
        values.put("region", reviewer.organizationRegion() == null ? "" : reviewer.organizationRegion());
        values.put(
                "late",
                WorkingDays.before(LocalDate.now(clock), REVIEW_DAYS)
                        .atStartOfDay(Time.ZONE)
                        .toOffsetDateTime());
        return values;
    }
}
