package org.lianqiao.organizations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Uscc;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Option;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds organisations for the modules that speak of them: offices by region, enterprises by code or name. */
@Service
@RequiredArgsConstructor
public class Directory {
    private static final String SAME_NAME =
            "lower(regexp_replace(name, '[\\s()（）]', '', 'g')) = lower(regexp_replace(:name, '[\\s()（）]', '', 'g'))";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /**
     * The enterprise of this code, else of this name, else a new one that is known but not registered (未入驻). A known
     * enterprise without a code takes the code that is now learnt. Whom a visitor names is shown to no office but by its
     * intent, until one vouches for it.
     */
    @Transactional
    public UUID knownOrNew(String name, @Nullable Uscc code, @Nullable String region, Viewer by) {
        var known = find(name, code);
        if (known.isPresent() && by.isOfficer()) vouch(known.get(), by);
        return known.orElseGet(() -> {
            jdbc.sql("""
                    insert into organization (id, kind, name, uscc, region_code, status, created_at, created_by, unverified)
                    values (:id, 'ENTERPRISE', :name, :code, :region, 'KNOWN', now(), :by, cast(:by as uuid) is null) on conflict do nothing
                    """)
                    .param("id", Ids.next())
                    .param("name", name)
                    .param("code", code == null ? null : code.value())
                    .param("region", region)
                    .param("by", by.accountId())
                    .update();
            var id = find(name, code).orElseThrow();
            events.publishEvent(new Recorded(by, "organization.note", "organization", id, name));
            return id;
        });
    }

    /** An office has verified whom a visitor named: from now on it is known as if that office had noted it. */
    @Transactional
    public void vouch(UUID enterprise, Viewer officer) {
        int known = jdbc.sql("""
                update organization set unverified = false, created_by = :by, version = version + 1 where id = :id and unverified
                """)
                .param("by", officer.account())
                .param("id", enterprise)
                .update();
        if (known > 0)
            events.publishEvent(
                    new Recorded(officer, "organization.note", "organization", enterprise, name(enterprise)));
    }

    private Optional<UUID> find(String name, @Nullable Uscc code) {
        if (code == null)
            return jdbc.sql(
                            "select id from organization where kind = 'ENTERPRISE' and (name = :name or (uscc is null and "
                                    + SAME_NAME + ")) order by uscc is null, status = 'REGISTERED' desc limit 1")
                    .param("name", name)
                    .query(UUID.class)
                    .optional();
        return findByCode(code)
                .or(() -> jdbc.sql("update organization set uscc = :code, version = version + 1"
                                + " where kind = 'ENTERPRISE' and status = 'KNOWN' and uscc is null and " + SAME_NAME
                                + " returning id")
                        .param("code", code.value())
                        .param("name", name)
                        .query(UUID.class)
                        .optional());
    }

    @Transactional(readOnly = true)
    public Optional<UUID> findByCode(Uscc code) {
        return jdbc.sql("select id from organization where uscc = ?")
                .param(code.value())
                .query(UUID.class)
                .optional();
    }

    /** The name, or an empty text where there is no such organisation. */
    @Transactional(readOnly = true)
    public String name(@Nullable UUID id) {
        if (id == null) return "";
        return jdbc.sql("select name from organization where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** The office of the region, else of the region above it. */
    @Transactional(readOnly = true)
    public Optional<UUID> officeOf(@Nullable String region) {
        if (region == null) return Optional.empty();
        return jdbc.sql("""
                select o.id from region r join organization o on o.region_code in (r.code, r.parent_code)
                 where r.code = ? and o.kind = 'OFFICE' and o.status = 'REGISTERED' and o.platform_role is null
                 order by o.region_code = r.code desc, o.created_at, o.id limit 1
                """).param(region).query(UUID.class).optional();
    }

    /** The offices of an alliance, its joint office and partners outside last. */
    @Transactional(readOnly = true)
    public List<Option> offices(@Nullable UUID alliance) {
        return jdbc.sql("""
                select o.id::text as value, o.name as label from organization o
                  left join region r on r.code = o.region_code
                  left join alliance_region a on a.region_code = r.code and a.alliance_id = :alliance
                  left join alliance_side s on s.alliance_id = a.alliance_id and s.code = a.side
                 where o.kind = 'OFFICE' and o.status = 'REGISTERED' and o.platform_role is null
                 order by a.alliance_id is null, s.position, r.position, o.name
                """).param("alliance", alliance).query(Option.class).list();
    }

    @Transactional(readOnly = true)
    public List<UUID> coordinatingOffices(UUID alliance) {
        return jdbc.sql("""
                select coordinating_office_id from alliance_side
                 where alliance_id = ? and coordinating_office_id is not null order by position
                """).param(alliance).query(UUID.class).list();
    }

    @Transactional(readOnly = true)
    public Optional<UUID> allianceOf(@Nullable String region) {
        if (region == null) return Optional.empty();
        return jdbc.sql("""
                select a.alliance_id from region r join alliance_region a on a.region_code in (r.code, r.parent_code)
                 where r.code = ? order by a.region_code = r.code desc limit 1
                """).param(region).query(UUID.class).optional();
    }

    /** The alliance to which everything belongs that names no region of one. */
    @Transactional(readOnly = true)
    public UUID defaultAlliance() {
        return jdbc.sql("select id from alliance order by code limit 1")
                .query(UUID.class)
                .single();
    }

    /** Those members of an association who agreed that it acts for them. */
    @Transactional(readOnly = true)
    public List<Option> membersOf(UUID association) {
        return jdbc.sql("""
                select o.id::text as value, o.name as label from association_membership m
                  join organization o on o.id = m.member_id
                 where m.association_id = ? and m.state = 'AGREED' order by o.name
                """).param(association).query(Option.class).list();
    }
}
