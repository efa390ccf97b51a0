package org.lianqiao.organizations;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.search.EntryKind;
import org.lianqiao.search.Searchable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Uscc;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.lianqiao.web.Option;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 会员单位: an association invites, the member's manager agrees or refuses, either ends it. Only who agreed is acted for
 * and seen by the association.
 */
@Service
@RequiredArgsConstructor
class AssociationMembers {
    private static final String CONSENT = "ACT_FOR_MEMBER";
    private static final String ENTITY = "association_membership";

    private final JdbcClient jdbc;
    private final Consents consents;
    private final ApplicationEventPublisher events;

    /** One member, or one who is invited. @param needs how many needs it has published under its name; 0 before it agreed */
    record Member(
            UUID id,
            UUID memberId,
            String name,
            String region,
            String state,
            OffsetDateTime askedAt,
            @Nullable OffsetDateTime agreedAt,
            int needs) {}

    /** One association, as the member sees it. */
    record Association(
            UUID id,
            String name,
            String state,
            OffsetDateTime askedAt,
            @Nullable OffsetDateTime agreedAt) {}

    private record Tie(UUID id, UUID associationId, UUID memberId, String association, String member) {}

    @Transactional(readOnly = true)
    PageOf<Member> of(Viewer association, Paging paging) {
        requireAssociation(association);
        var rows = jdbc.sql("""
                select m.id, o.id as member_id, o.name, coalesce(r.short_zh, '') as region, m.state, m.asked_at, m.agreed_at,
                       case when m.state = 'AGREED' then (select count(*) from need n
                            where n.organization_id = o.id and n.state = 'PUBLISHED' and not n.anonymous) else 0 end as needs
                  from association_membership m join organization o on o.id = m.member_id left join region r on r.code = o.region_code
                 where m.association_id = :org and m.state <> 'ENDED' order by m.state <> 'INVITED', o.name limit :size offset :offset
                """)
                .param("org", association.organization())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Member.class)
                .list();
        int total = jdbc.sql(
                        "select count(*) from association_membership where association_id = ? and state <> 'ENDED'")
                .param(association.organization())
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    /** Whom one may invite: registered enterprises and parks, by code or by a part of the name of at least two characters. */
    @Transactional(readOnly = true)
    List<Option> candidates(String typed, Viewer association) {
        requireAssociation(association);
        var pattern = Lenient.pattern(typed);
        if (pattern == null || typed.strip().length() < 2) return List.of();
        return jdbc.sql("""
                select o.id::text as value, o.name as label from organization o
                 where o.status = 'REGISTERED' and o.kind in ('ENTERPRISE', 'PARK') and (o.uscc = :code or o.name ilike :name)
                   and not exists (select from association_membership m where m.member_id = o.id and m.association_id = :org and m.state <> 'ENDED')
                 order by o.uscc = :code desc nulls last, o.name limit 10
                """)
                .param("code", Uscc.tidy(typed))
                .param("name", pattern)
                .param("org", association.organization())
                .query(Option.class)
                .list();
    }

    @Transactional
    void invite(UUID member, Viewer association) {
        requireAssociation(association);
        var id = Ids.next();
        // Of two clicks one counts, by the index of open memberships.
        int made = jdbc.sql("""
                insert into association_membership (id, association_id, member_id, state, asked_at, asked_by)
                select ?, ?, o.id, 'INVITED', now(), ? from organization o
                 where o.id = ? and o.status = 'REGISTERED' and o.kind in ('ENTERPRISE', 'PARK')
                on conflict (association_id, member_id) where state <> 'ENDED' do nothing
                """)
                .params(id, association.organization(), association.account(), member)
                .update();
        if (made == 0) throw new Refused("organizations.member.twice");
        events.publishEvent(Notice.toHolders(
                member,
                Set.of(Role.MANAGER),
                "organizations.member.invited",
                "/organization",
                association.organizationName()));
        events.publishEvent(new Recorded(association, "member.invite", ENTITY, id, association.organizationName()));
    }

    @Transactional(readOnly = true)
    List<Association> associationsOf(Viewer member) {
        return jdbc.sql("""
                select m.id, o.name, m.state, m.asked_at, m.agreed_at from association_membership m
                  join organization o on o.id = m.association_id where m.member_id = ? and m.state <> 'ENDED' order by m.asked_at desc limit 50
                """)
                .param(member.organization())
                .query(Association.class)
                .list();
    }

    /** The member's manager agrees: the association may act for it, and sees what it does. */
    @Transactional
    void agree(UUID id, Viewer manager) {
        requireManager(manager);
        int agreed = jdbc.sql("""
                update association_membership set state = 'AGREED', agreed_at = now(), agreed_by = ?
                 where id = ? and member_id = ? and state = 'INVITED'
                """)
                .params(manager.account(), id, manager.organization())
                .update();
        if (agreed == 0) throw new NotFound();
        consents.give(CONSENT, manager.name(), manager.organization(), ENTITY, id, manager);
        var tie = find(id);
        tell(tie.associationId, "organizations.member.agreed", "/members", tie.member);
        changed(tie, "member.agree", manager);
    }

    /** Refused, left or put out: either side ends it. */
    @Transactional
    void end(UUID id, Viewer viewer) {
        boolean association = viewer.kind() == OrganizationKind.ASSOCIATION;
        if (association) requireAssociation(viewer);
        else requireManager(viewer);
        int ended = jdbc.sql("update association_membership set state = 'ENDED', ended_at = now() where id = ? and "
                        + (association ? "association_id" : "member_id") + " = ? and state in ('INVITED', 'AGREED')")
                .params(id, viewer.organization())
                .update();
        if (ended == 0) throw new NotFound();
        consents.withdraw(CONSENT, id);
        var tie = find(id);
        if (association) tell(tie.memberId, "organizations.member.ended", "/organization", tie.association);
        else tell(tie.associationId, "organizations.member.ended", "/members", tie.member);
        changed(tie, "member.end", viewer);
    }

    private void changed(Tie tie, String action, Viewer by) {
        events.publishEvent(new Searchable(EntryKind.ORGANIZATION, tie.memberId));
        events.publishEvent(new Recorded(by, action, ENTITY, tie.id, tie.association + " · " + tie.member));
    }

    private void tell(UUID organization, String key, String link, String name) {
        events.publishEvent(Notice.toHolders(organization, Set.of(Role.MANAGER), key, link, name));
    }

    private Tie find(UUID id) {
        return jdbc.sql("""
                select m.id, m.association_id, m.member_id, a.name as association, o.name as member from association_membership m
                  join organization a on a.id = m.association_id join organization o on o.id = m.member_id where m.id = ?
                """).param(id).query(Tie.class).single();
    }

    private static void requireAssociation(Viewer viewer) {
        viewer.require(viewer.isMember() && viewer.kind() == OrganizationKind.ASSOCIATION);
    }

    private static void requireManager(Viewer viewer) {
        viewer.require(viewer.isMember() && viewer.has(Role.MANAGER));
    }
}
