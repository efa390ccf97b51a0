package org.lianqiao.agreements;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.files.FilePurpose;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Numbers;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Option;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of agreements. Any party records one and keeps it right, always as a party itself; whatever changes is told
 * to the others. A party that owes something cannot be taken out.
 */
@Service
@RequiredArgsConstructor
class Agreements {
    private static final Set<Role> WHO_HEARS = Set.of(Role.OFFICER, Role.LEAD, Role.MANAGER);

    private final JdbcClient jdbc;
    private final AgreementQueries queries;
    private final StoredFiles files;
    private final Directory directory;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;

    @Transactional
    UUID record(AgreementForm form, Viewer by) {
        by.require(mayRecord(by));
        var parties = parties(form, by);
        check(form, parties, null, by);
        var id = Ids.next();
        var number = numbers.next(Numbers.Kind.AGREEMENT);
        write(jdbc.sql("""
                insert into agreement (id, number, kind, title, signed_on, valid_until, place, content, event_id, file_id,
                    organization_id, created_by, created_at)
                values (:id, :number, :kind, :title, :signed, :until, :place, :content, :event, :file, :own, :by, now())
                """), form)
                .param("id", id)
                .param("number", number)
                .param("file", file(form, by), Types.OTHER)
                .param("own", by.organization())
                .param("by", by.account())
                .update();
        around(id, parties, form);
        events.publishEvent(new Recorded(by, "agreement.record", "agreement", id, number));
        tell(id, form.title(), parties, "agreements.notice.recorded", by);
        return id;
    }

    /** @throws EditedMeanwhile where somebody saved since the form was made */
    @Transactional
    void edit(UUID id, AgreementForm form, Viewer by) {
        var saved = queries.page(id, by).orElseThrow(NotFound::new);
        by.require(saved.party() && mayRecord(by));
        var parties = keptInOrder(saved, parties(form, by));
        check(form, parties, id, by);
        refuseLosing(saved, parties, by);
        var file = file(form, by);
        int changed = write(jdbc.sql("""
                update agreement set kind = :kind, title = :title, signed_on = :signed, valid_until = :until, place = :place,
                       content = :content, event_id = :event, file_id = coalesce(:file, file_id), version = version + 1
                 where id = :id and version = :seen
                """), form)
                .param("id", id)
                .param("file", file, Types.OTHER)
                .param("seen", form.version() == null ? -1 : form.version())
                .update();
        if (changed == 0) throw new EditedMeanwhile();
        jdbc.sql("delete from agreement_party where agreement_id = ?").param(id).update();
        jdbc.sql("delete from agreement_project where agreement_id = ?")
                .param(id)
                .update();
        around(id, parties, form);
        events.publishEvent(new Recorded(by, "agreement.edit", "agreement", id, saved.number()));
        tell(id, form.title(), parties, "agreements.notice.edited", by);
    }

    /** Enterprises read and confirm; offices, associations and parks record. */
    static boolean mayRecord(Viewer viewer) {
        return viewer.isOfficer() || (viewer.isMember() && viewer.kind() == OrganizationKind.ASSOCIATION);
    }

    private List<UUID> parties(AgreementForm form, Viewer by) {
        var parties = new ArrayList<UUID>();
        parties.add(by.organization());
        form.parties().stream().filter(p -> !parties.contains(p)).forEach(parties::add);
        if (!form.enterprise().isEmpty()) parties.add(directory.knownOrNew(form.enterprise(), null, null, by));
        return parties;
    }

    private void check(AgreementForm form, List<UUID> parties, @Nullable UUID id, Viewer by) {
        if (form.validUntil() != null && form.validUntil().isBefore(Objects.requireNonNull(form.signedOn())))
            throw Refused.at("validUntil", "agreements.validUntil.before");
        if (!values(queries.possibleParties(by)).containsAll(form.parties()))
            throw Refused.at("parties", "agreements.parties.unknown");
        if (form.kind() == AgreementKind.ENTERPRISE && form.enterprise().length() < 2)
            throw Refused.at("enterprise", "agreements.required.enterprise");
        if (form.kind() != AgreementKind.ENTERPRISE && !form.enterprise().isEmpty())
            throw Refused.at("enterprise", "agreements.enterprise.none");
        if (parties.size() < 2) throw Refused.at("parties", "agreements.required.parties");
        if (form.event() != null && !values(queries.possibleEvents(id)).contains(form.event()))
            throw Refused.at("event", "agreements.event.unknown");
        if (!values(queries.possibleProjects(id, by)).containsAll(form.projects()))
            throw Refused.at("projects", "agreements.projects.unknown");
    }

    private static List<UUID> values(List<Option> options) {
        return options.stream().map(o -> UUID.fromString(o.value())).toList();
    }

    private @Nullable UUID file(AgreementForm form, Viewer by) {
        return StoredFiles.isGiven(form.file())
                ? files.keep(form.file(), FilePurpose.AGREEMENT, by.organization(), by, "file")
                : null;
    }

    /** Who signed first stays first, whoever of the parties edits. */
    private static List<UUID> keptInOrder(AgreementPage saved, List<UUID> parties) {
        var before = saved.parties().stream().map(AgreementPage.Party::id).toList();
        return Stream.concat(
                        before.stream().filter(parties::contains),
                        parties.stream().filter(p -> !before.contains(p)))
                .toList();
    }

    /** Only who recorded the agreement takes a party out, and never one that owes something. */
    private void refuseLosing(AgreementPage saved, List<UUID> parties, Viewer by) {
        var lost = saved.parties().stream()
                .map(AgreementPage.Party::id)
                .filter(p -> !parties.contains(p))
                .toList();
        if (lost.isEmpty()) return;
        if (!saved.recordedById().equals(by.organization())) throw Refused.at("parties", "agreements.parties.recorder");
        if (saved.commitments().stream().anyMatch(c -> lost.contains(c.debtorId())))
            throw Refused.at("parties", "agreements.parties.owing");
    }

    private static JdbcClient.StatementSpec write(JdbcClient.StatementSpec statement, AgreementForm form) {
        return statement
                .param("kind", Objects.requireNonNull(form.kind()).name())
                .param("title", form.title())
                .param("signed", form.signedOn())
                .param("until", form.validUntil(), Types.DATE)
                .param("place", form.place())
                .param("content", form.content())
                .param("event", form.event(), Types.OTHER);
    }

    private void around(UUID id, List<UUID> parties, AgreementForm form) {
        int position = 0;
        for (var party : parties)
            jdbc.sql("insert into agreement_party (agreement_id, organization_id, position) values (?, ?, ?)")
                    .params(id, party, position++)
                    .update();
        for (var project : form.projects())
            jdbc.sql("insert into agreement_project (agreement_id, project_id) values (?, ?)")
                    .params(id, project)
                    .update();
    }

    private void tell(UUID id, String title, List<UUID> parties, String key, Viewer by) {
        parties.stream()
                .filter(p -> !p.equals(by.organization()))
                .forEach(p -> events.publishEvent(
                        Notice.toHolders(p, WHO_HEARS, key, "/agreements/" + id, by.organizationName(), title)));
    }
}
