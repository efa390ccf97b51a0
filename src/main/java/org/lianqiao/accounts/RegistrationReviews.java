package org.lianqiao.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.ContactSource;
import org.lianqiao.organizations.Contacts;
import org.lianqiao.search.EntryKind;
import org.lianqiao.search.Searchable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Message;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.ReviewTime;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Option;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registrations of a reviewer's region; those from elsewhere, and those that wait for longer than {@link ReviewTime}
 * gives, are the review administrator's.
 */
@Service
@RequiredArgsConstructor
class RegistrationReviews {
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
    private final Memberships memberships;
    private final ApplicationEventPublisher events;
    private final Choices choices;
    private final ReviewTime reviewTime;
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

    Optional<Registration> find(UUID id, Viewer reviewer) {
        return isWaiting(id, reviewer) ? Optional.of(registrations.get(id)) : Optional.empty();
    }

    /** What a machine can see: keys of the bundles. */
    List<String> warnings(Registration r) {
        var warnings = new ArrayList<String>();
        if (!r.uscc().startsWith(r.kind() == OrganizationKind.ASSOCIATION ? "51" : "9"))
            warnings.add("accounts.review.prefix");
        if (r.kind() == OrganizationKind.ENTERPRISE && r.nodeIds().isEmpty()) warnings.add("accounts.review.noNode");
        if (r.licenceFileId() == null) warnings.add("accounts.review.noLicence");
        boolean sameName = jdbc.sql("select exists (select from organization where name = ? and uscc <> ?)")
                .params(r.name(), r.uscc())
                .query(Boolean.class)
                .single();
        if (sameName) warnings.add("accounts.review.sameName");
        if (nameless(r).isPresent()) warnings.add("accounts.review.nameless");
        boolean known = jdbc.sql(
                        "select exists (select from organization where uscc = ? and status = 'KNOWN' and name <> ?)")
                .params(r.uscc(), r.name())
                .query(Boolean.class)
                .single();
        if (known) warnings.add("accounts.review.otherName");
        return warnings;
    }

    /** An organisation of the same name that was only heard of, without a code: whether it is the same one, a person decides. */
    Optional<Option> nameless(Registration r) {
        return jdbc.sql("""
                select id::text as value, name as label from organization
                 where uscc is null and status = 'KNOWN' and kind = :kind
                   and lower(regexp_replace(name, '[\\s()（）]', '', 'g')) = lower(regexp_replace(:name, '[\\s()（）]', '', 'g'))
                 limit 1
                """)
                .param("kind", r.kind().name())
                .param("name", r.name())
                .query(Option.class)
                .optional();
    }

    /** @param sameAs whether the reviewer confirms that the one heard of by this name is this organisation */
    @Transactional
    void decide(UUID id, Verdict verdict, String reason, boolean sameAs, Viewer reviewer) {
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
        var r = registrations.get(id);
        if (verdict == Verdict.APPROVED) letIn(r, sameAs, reviewer);
        events.publishEvent(Message.to(
                r.reach(),
                choices.text("accounts.message." + verdict, r.name()),
                choices.text("accounts.message." + verdict + ".body", r.name(), reason)));
        events.publishEvent(new Recorded(
                reviewer,
                "registration." + verdict.name().toLowerCase(Locale.ROOT),
                "registration",
                id,
                r.name(),
                reason));
    }

    /** A known organisation of the same code is claimed; else a new one is made. Its first person manages it. */
    private void letIn(Registration r, boolean sameAs, Viewer reviewer) {
        if (sameAs) nameless(r).ifPresent(known -> takeCode(UUID.fromString(known.value()), r));
        var organization = jdbc.sql("""
                insert into organization as o (id, kind, name, uscc, region_code, status, size, profile, licence_file_id, created_at, created_by, registered_at)
                select ?, g.kind, g.name, g.uscc, g.region_code, 'REGISTERED', g.size, g.profile, g.licence_file_id, now(), ?, now()
                  from registration g where g.id = ?
                on conflict (uscc) do update set kind = excluded.kind, name = excluded.name, region_code = excluded.region_code, status = 'REGISTERED',
                    size = excluded.size, profile = excluded.profile, licence_file_id = excluded.licence_file_id, registered_at = now(),
                    version = o.version + 1 where o.status = 'KNOWN'
                returning id
                """)
                .params(Ids.next(), reviewer.account(), r.id())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new Refused("accounts.review.registered"));
        describe(organization, r.id());
        events.publishEvent(new Searchable(EntryKind.ORGANIZATION, organization));
        var hash = jdbc.sql("select password_hash from registration where id = ?")
                .param(r.id())
                .query(String.class)
                .single();
        var reach = new Reach(r.reach());
        var person = memberships.personOf(r.contactName(), reach, reach.isMail() ? "" : r.contactEmail(), hash);
        memberships.begin(person, organization, List.of(Role.MEMBER, Role.MANAGER));
        jdbc.sql("update registration set organization_id = ?, account_id = ?, password_hash = null where id = ?")
                .params(organization, person, r.id())
                .update();
        jdbc.sql("""
                update consent set given_by_account = :person, organization_id = :org where id = :consent and given_by_account is null
                """)
                .param("person", person)
                .param("org", organization)
                .param("consent", r.consentId())
                .update();
        contacts.keep(
                organization,
                r.contactName(),
                r.contactTitle(),
                r.contactPhone(),
                r.contactEmail(),
                ContactSource.REGISTRATION,
                "",
                LocalDate.now(clock),
                r.consentId(),
                null,
                reviewer);
    }

    /** Guarded: another registration may have claimed it, or its code may have been learnt meanwhile. */
    private void takeCode(UUID known, Registration r) {
        try {
            jdbc.sql(
                            "update organization set uscc = ?, version = version + 1 where id = ? and uscc is null and status = 'KNOWN'")
                    .params(r.uscc(), known)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused("accounts.review.twice");
        }
    }

    private void describe(UUID organization, UUID registration) {
        jdbc.sql(
                        "insert into organization_node (organization_id, node_id) select ?, unnest(node_ids) from registration where id = ? on conflict do nothing")
                .params(organization, registration)
                .update();
        jdbc.sql("""
                insert into organization_product (organization_id, name, position)
                select :org, left(p.name, 60), p.n from registration g, regexp_split_to_table(g.products, '[,，、;；\\s]+') with ordinality p(name, n)
                 where g.id = :id and p.name <> '' on conflict do nothing
                """).param("org", organization).param("id", registration).update();
        jdbc.sql("""
                update stored_file set owner_organization_id = ? where id = (select licence_file_id from registration where id = ?)
                """).params(organization, registration).update();
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
        values.put("late", reviewTime.lateBefore());
        return values;
    }
}
