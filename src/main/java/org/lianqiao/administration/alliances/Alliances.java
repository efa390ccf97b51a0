package org.lianqiao.administration.alliances;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.Sessions;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Alliances are data: two new regions begin to work together by what is written here. Where an organisation stands is
 * part of who its people are, so whoever is moved signs in again.
 */
@Service
@RequiredArgsConstructor
class Alliances {
    private final JdbcClient jdbc;
    private final AlliancePages pages;
    private final Catalogue catalogue;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    @Transactional
    UUID create(AllianceForm form, Viewer by) {
        requireOffice(form.jointOfficeId(), "jointOfficeId");
        var id = Ids.next();
        write(
                "insert into alliance (id, code, name_zh, name_en, joint_office_id)"
                        + " values (:id, :code, :nameZh, :nameEn, cast(:joint as uuid))",
                id,
                form);
        signOut(form.jointOfficeId());
        record(by, "alliance.create", id, form.nameZh(), "");
        return id;
    }

    @Transactional
    void edit(UUID id, AllianceForm form, Viewer by) {
        var before = find(id).form();
        requireOffice(form.jointOfficeId(), "jointOfficeId");
        int done = write("""
                update alliance set code = :code, name_zh = :nameZh, name_en = :nameEn, joint_office_id = cast(:joint as uuid),
                    version = version + 1
                 where id = :id and version = :version
                """, id, form);
        if (done == 0) throw new EditedMeanwhile();
        if (!Objects.equals(before.jointOfficeId(), form.jointOfficeId())) {
            signOut(before.jointOfficeId());
            signOut(form.jointOfficeId());
        }
        record(by, "alliance.edit", id, form.nameZh(), "");
    }

    @Transactional
    void addSide(UUID id, SideForm form, Viewer by) {
        var alliance = find(id);
        requireOffice(form.officeId(), "officeId");
        int made = jdbc.sql("""
                insert into alliance_side (alliance_id, code, name_zh, name_en, coordinating_office_id, position)
                select :id, :code, :nameZh, :nameEn, cast(:office as uuid), coalesce(max(position), 0) + 1
                  from alliance_side where alliance_id = :id on conflict do nothing
                """)
                .param("id", id)
                .param("code", form.code())
                .param("nameZh", form.nameZh())
                .param("nameEn", form.nameEn())
                .param("office", Objects.toString(form.officeId(), null))
                .update();
        if (made == 0) throw Refused.at("code", "administration.side.twice");
        signOut(form.officeId());
        record(by, "alliance.side", id, alliance.form().nameZh(), "+ " + form.nameZh());
    }

    /** The code of a side stays: records carry it. */
    @Transactional
    void editSide(UUID id, SideForm form, Viewer by) {
        var alliance = find(id);
        var before = pages.side(id, form.code()).orElseThrow(NotFound::new);
        requireOffice(form.officeId(), "officeId");
        if (form.officeId() != null && !standsOn(id, form.code(), form.officeId()))
            throw Refused.at("officeId", "administration.side.office.elsewhere");
        jdbc.sql("""
                update alliance_side set name_zh = :nameZh, name_en = :nameEn, coordinating_office_id = cast(:office as uuid)
                 where alliance_id = :id and code = :code
                """)
                .param("id", id)
                .param("code", form.code())
                .param("nameZh", form.nameZh())
                .param("nameEn", form.nameEn())
                .param("office", Objects.toString(form.officeId(), null))
                .update();
        signOut(before.officeId());
        signOut(form.officeId());
        record(by, "alliance.side", id, alliance.form().nameZh(), form.nameZh());
    }

    /** Only a side without regions goes. */
    @Transactional
    void removeSide(UUID id, String code, Viewer by) {
        var alliance = find(id);
        var side = pages.side(id, code).orElseThrow(NotFound::new);
        int gone = jdbc.sql("""
                delete from alliance_side s where s.alliance_id = ? and s.code = ?
                   and not exists (select from alliance_region r where r.alliance_id = s.alliance_id and r.side = s.code)
                """).params(id, code).update();
        if (gone == 0) throw new Refused("administration.side.hasRegions");
        signOut(side.officeId());
        record(by, "alliance.side", id, alliance.form().nameZh(), "− " + side.nameZh());
    }

    /** A region takes its children along, so neither it nor what it lies in may stand on another side, or elsewhere. */
    @Transactional
    void place(UUID id, String side, String region, Viewer by) {
        var alliance = find(id);
        if (pages.side(id, side).isEmpty()) throw new NotFound();
        if (!catalogue.hasRegion(region)) throw new Refused("administration.required.region");
        var taken = jdbc.sql("""
                select a.alliance_id = :id and a.side = :side from alliance_region a
                  join region r on r.code = a.region_code join region me on me.code = :region
                 where a.region_code in (me.code, me.parent_code) or r.parent_code = me.code
                 order by a.region_code = me.code desc, 1
                """)
                .param("id", id)
                .param("side", side)
                .param("region", region)
                .query(Boolean.class)
                .list();
        if (taken.contains(false)) throw new Refused("administration.side.region.taken", catalogue.regionName(region));
        int made = jdbc.sql(
                        "insert into alliance_region (alliance_id, region_code, side) values (?, ?, ?) on conflict do nothing")
                .params(id, region, side)
                .update();
        if (made == 0) throw new Refused("administration.side.region.taken", catalogue.regionName(region));
        signOutOf(region);
        record(by, "alliance.region", id, alliance.form().nameZh(), "+ " + region + " " + catalogue.regionName(region));
    }

    @Transactional
    void displace(UUID id, String region, Viewer by) {
        var alliance = find(id);
        int gone = jdbc.sql("delete from alliance_region where alliance_id = ? and region_code = ?")
                .params(id, region)
                .update();
        if (gone == 0) throw new NotFound();
        signOutOf(region);
        record(by, "alliance.region", id, alliance.form().nameZh(), "− " + region + " " + catalogue.regionName(region));
    }

    private AlliancePages.Page find(UUID id) {
        return pages.find(id).orElseThrow(NotFound::new);
    }

    private int write(String sql, UUID id, AllianceForm form) {
        try {
            return jdbc.sql(sql)
                    .param("id", id)
                    .param("code", form.code())
                    .param("nameZh", form.nameZh())
                    .param("nameEn", form.nameEn())
                    .param("joint", Objects.toString(form.jointOfficeId(), null))
                    .param("version", Objects.requireNonNullElse(form.version(), -1L))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refused.at("code", "administration.alliance.twice");
        }
    }

    private void requireOffice(@Nullable UUID office, String field) {
        if (office != null && pages.offices().stream().noneMatch(o -> o.value().equals(office.toString())))
            throw Refused.at(field, "administration.alliance.office");
    }

    private boolean standsOn(UUID alliance, String side, UUID office) {
        return jdbc.sql("""
                select exists (select from organization o join region g on g.code = o.region_code
                    join alliance_region r on r.region_code in (g.code, g.parent_code) or exists (
                        select from region child where child.code = r.region_code and child.parent_code = g.code)
                   where o.id = ? and r.alliance_id = ? and r.side = ?)
                """).params(office, alliance, side).query(Boolean.class).single();
    }

    private void signOut(@Nullable UUID office) {
        if (office != null) sessions.endOf(List.of(office));
    }

    private void signOutOf(String region) {
        sessions.endOf(new ArrayList<>(
                jdbc.sql("""
                select distinct m.organization_id from membership m join organization o on o.id = m.organization_id
                  join region g on g.code = o.region_code
                 where m.ended_at is null and :region in (g.code, g.parent_code)
                """).param("region", region).query(UUID.class).list()));
    }

    private void record(Viewer by, String action, UUID id, String name, String detail) {
        by.require(by.has(Role.SYSTEM_ADMIN));
        catalogue.forgetAfterCommit();
        events.publishEvent(new Recorded(by, action, "alliance", id, name, detail));
    }
}
