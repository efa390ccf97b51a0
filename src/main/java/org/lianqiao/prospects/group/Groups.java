package org.lianqiao.prospects.group;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.files.FilePurpose;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.UploadForm;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An association sends a group: each enterprise gets a personal link, the office sees names alone until it confirms. */
@Service
@RequiredArgsConstructor
class Groups {
    private final Directory directory;
    private final StoredFiles files;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    static boolean maySend(Viewer viewer) {
        return viewer.isMember() && viewer.kind() == OrganizationKind.ASSOCIATION;
    }

    /** @return the group; of two clicks on one form both lead to the same */
    @Transactional
    public UUID send(GroupForm form, Viewer sender) {
        sender.require(maySend(sender));
        if (!Tokens.isOne(form.token())) throw new Refused("prospects.group.stale");
        var sent = sent(form.token(), sender);
        if (sent != null) return sent;
        var office = Objects.requireNonNull(form.office());
        if (directory.offices(sender.allianceId()).stream()
                .noneMatch(o -> o.value().equals(office.toString())))
            throw Refused.at("office", "prospects.group.required.office");
        var lines = StoredFiles.isGiven(form.sheet()) ? sheet(form) : Line.typed(form.lines());
        var file = files.keep(form.file(), FilePurpose.LETTER, sender.organization(), sender, "file");
        var id = Ids.next();
        int first = jdbc.sql("""
                insert into prospect_group (id, association_id, office_id, matter, message, file_id, token, sent_by, sent_at)
                values (:id, :association, :office, :matter, :message, :file, :token, :by, :now) on conflict do nothing
                """)
                .param("id", id)
                .param("association", sender.organization())
                .param("office", office)
                .param("matter", form.matter())
                .param("message", form.message())
                .param("file", file)
                .param("token", form.token())
                .param("by", sender.account())
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (first == 0) return Objects.requireNonNull(sent(form.token(), sender));
        for (int i = 0; i < lines.size(); i++) ask(id, i, lines.get(i), form.matter(), office, sender);
        events.publishEvent(new Recorded(
                sender, "group.send", "group", id, form.matter(), lines.size() + " → " + directory.name(office)));
        events.publishEvent(Notice.toHolders(
                office,
                Set.of(Role.OFFICER, Role.LEAD),
                "prospects.notice.group.sent",
                "/groups/" + id,
                sender.organizationName(),
                String.valueOf(lines.size()),
                form.matter()));
        return id;
    }

    private static List<Line> sheet(GroupForm form) {
        try {
            return Line.sheet(UploadForm.of(form.sheet()).content());
        } catch (Refused refused) {
            if (refused.getField() != null) throw refused;
            throw Refused.at("sheet", refused.getKey(), refused.getArgs());
        }
    }

    private @Nullable UUID sent(String token, Viewer sender) {
        return jdbc.sql("select id from prospect_group where token = ? and association_id = ?")
                .params(token, sender.organization())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private void ask(UUID group, int position, Line line, String matter, UUID office, Viewer sender) {
        var token = Tokens.next();
        jdbc.sql("""
                insert into prospect_group_member (id, group_id, position, name, uscc, contact_name, reach, token_hash)
                values (:id, :group, :position, :name, :code, :contact, :reach, :token)
                """)
                .param("id", Ids.next())
                .param("group", group)
                .param("position", position)
                .param("name", line.name())
                .param("code", line.code() == null ? null : line.code().value())
                .param("contact", line.contact())
                .param("reach", line.reach())
                .param("token", Tokens.digest(token))
                .update();
        events.publishEvent(Notice.toOutside(
                line.reach(),
                "prospects.notice.group.ask",
                "/confirmations/" + token,
                sender.organizationName(),
                matter,
                directory.name(office)));
    }
}
