package org.lianqiao.administration.organizations;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.Sessions;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Uscc;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Difference;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets up offices and departments, and suspends or brings back any organisation. Who acts for one is signed out. */
@Service
@RequiredArgsConstructor
class OrganizationChanges {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final OrganizationPages pages;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    @Transactional
    UUID create(OrganizationForm form, Viewer by) {
        require(by);
        var kind = Objects.requireNonNull(form.kind());
        if (!kind.isGovernment()) throw Refused.at("kind", "administration.organization.registers");
        requireKnown(form);
        var id = Ids.next();
        write("""
                insert into organization (id, kind, name, name_en, short_name, uscc, region_code, parent_id, status,
                    profile, address, created_at, created_by, registered_at)
                values (:id, :kind, :name, :nameEn, :shortName, :uscc, :region, cast(:parent as uuid), 'REGISTERED',
                    :profile, :address, now(), :by, now())
                """, id, form, by);
        catalogue.forgetAfterCommit();
        events.publishEvent(new Recorded(by, "organization.create", "organization", id, form.name()));
        return id;
    }

    /** The kind stays what it is. @throws EditedMeanwhile where somebody saved since the form was made */
    @Transactional
    void edit(UUID id, OrganizationForm form, Viewer by) {
        require(by);
        var before = pages.find(id).orElseThrow(NotFound::new);
        if (!Objects.equals(before.form().kind(), form.kind()))
            throw Refused.at("kind", "administration.organization.kindStays");
        requireKnown(form);
        if (id.equals(form.parentId())) throw Refused.at("parentId", "administration.organization.required.parent");
        int changed = write("""
                update organization set name = :name, name_en = :nameEn, short_name = :shortName, uscc = :uscc,
                    region_code = :region, parent_id = cast(:parent as uuid), profile = :profile, address = :address,
                    version = version + 1
                 where id = :id and version = :version
                """, id, form, by);
        if (changed == 0) throw new EditedMeanwhile();
        if (!before.form().regionCode().equals(form.regionCode())
                || !before.form().name().equals(form.name())) sessions.endOf(List.of(id));
        catalogue.forgetAfterCommit();
        var fields = Difference.between(form, before.form()).stream()
                .map(Difference::field)
                .collect(Collectors.joining("、"));
        events.publishEvent(new Recorded(by, "organization.edit", "organization", id, form.name(), fields));
    }

    @Transactional
    void suspend(UUID id, String reason, Viewer by) {
        require(by);
        var found = pages.find(id).orElseThrow(NotFound::new);
        if (found.operator()) throw new Refused("administration.organization.operator");
        if (reason.isBlank()) throw new Refused("administration.reason.required");
        move(id, "REGISTERED", "SUSPENDED");
        sessions.endOf(List.of(id));
        events.publishEvent(new Recorded(
                by, "organization.suspend", "organization", id, found.form().name(), reason));
    }

    @Transactional
    void reactivate(UUID id, Viewer by) {
        require(by);
        var found = pages.find(id).orElseThrow(NotFound::new);
        move(id, "SUSPENDED", "REGISTERED");
        events.publishEvent(new Recorded(
                by, "organization.reactivate", "organization", id, found.form().name()));
    }

    private void move(UUID id, String from, String to) {
        int moved = jdbc.sql("update organization set status = ?, version = version + 1 where id = ? and status = ?")
                .params(to, id, from)
                .update();
        if (moved == 0) throw new Refused("administration.state.changed");
    }

    private int write(String sql, UUID id, OrganizationForm form, Viewer by) {
        try {
            return jdbc.sql(sql)
                    .param("id", id)
                    .param("kind", Objects.requireNonNull(form.kind()).name())
                    .param("name", form.name())
                    .param("nameEn", form.nameEn())
                    .param("shortName", form.shortName())
                    .param("uscc", code(form))
                    .param("region", form.regionCode().isEmpty() ? null : form.regionCode())
                    .param(
                            "parent",
                            form.kind() == OrganizationKind.DEPARTMENT ? Objects.toString(form.parentId(), null) : null)
                    .param("profile", form.profile())
                    .param("address", form.address())
                    .param("by", by.account())
                    .param("version", Objects.requireNonNullElse(form.version(), -1L))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refused.at(
                    String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("uscc") ? "uscc" : "name",
                    "administration.organization.twice");
        }
    }

    private static @Nullable String code(OrganizationForm form) {
        if (form.uscc().isEmpty()) return null;
        return Uscc.parse(form.uscc())
                .map(Uscc::value)
                .orElseThrow(() -> Refused.at("uscc", "administration.organization.uscc.wrong"));
    }

    private void requireKnown(OrganizationForm form) {
        if (!form.regionCode().isEmpty() && !catalogue.hasRegion(form.regionCode()))
            throw Refused.at("regionCode", "administration.organization.region.wrong");
        if (form.kind() == OrganizationKind.DEPARTMENT
                && pages.offices().stream().noneMatch(o -> o.value().equals(Objects.toString(form.parentId(), ""))))
            throw Refused.at("parentId", "administration.organization.required.parent");
        code(form);
    }

    private static void require(Viewer viewer) {
        viewer.require(viewer.has(Role.SYSTEM_ADMIN));
    }
}
