package org.lianqiao.organizations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of organisations whom one may call: masked by default, each reveal recorded. */
@Service
@RequiredArgsConstructor
public class Contacts {
    private static final String VISIBLE =
            " from contact where organization_id = :organization and erased_at is null and (held_by_office_id is null or held_by_office_id = :office)";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /**
     * Keeps a contact; the same person from the same source, held by the same office, is kept once.
     *
     * @param office the office to which the contact was given; nothing for what the organisation itself publishes to all
     */
    @Transactional
    public UUID keep(
            UUID organization,
            String name,
            String title,
            String phone,
            String email,
            ContactSource source,
            String note,
            @Nullable LocalDate noticedOn,
            @Nullable UUID consent,
            @Nullable UUID office,
            Viewer by) {
        var known = jdbc.sql("""
                select id from contact where organization_id = :organization and name = :name and phone = :phone
                   and held_by_office_id is not distinct from :office and erased_at is null limit 1
                """)
                .param("organization", organization)
                .param("name", name)
                .param("phone", phone)
                .param("office", office, java.sql.Types.OTHER)
                .query(UUID.class)
                .optional();
        if (known.isPresent()) return known.get();
        var id = Ids.next();
        jdbc.sql("""
                insert into contact (id, organization_id, name, title, phone, email, source, source_note, noticed_on,
                    consent_id, held_by_office_id, created_at, created_by)
                values (:id, :organization, :name, :title, :phone, :email, :source, :note, :noticed, :consent, :office, now(), :by)
                """)
                .param("id", id)
                .param("organization", organization)
                .param("name", name)
                .param("title", title)
                .param("phone", phone)
                .param("email", email)
                .param("source", source.name())
                .param("note", note)
                .param("noticed", noticedOn)
                .param("consent", consent)
                .param("office", office)
                .param("by", by.accountId())
                .update();
        events.publishEvent(new Recorded(by, "contact.keep", "contact", id, Masked.name(name)));
        return id;
    }

    /** What the viewer's office may know of, masked. */
    @Transactional(readOnly = true)
    public List<MaskedContact> of(UUID organization, Viewer viewer) {
        return jdbc.sql("select *" + VISIBLE + " order by created_at desc limit 20")
                .param("organization", organization)
                .param("office", viewer.organization())
                .query((row, n) -> contact(row, true))
                .list();
    }

    /** The whole contact, once; who looked is recorded. */
    @Transactional
    public MaskedContact reveal(UUID id, UUID organization, Viewer viewer) {
        var contact = jdbc.sql("select *" + VISIBLE + " and id = :id")
                .param("organization", organization)
                .param("office", viewer.organization())
                .param("id", id)
                .query((row, n) -> contact(row, false))
                .optional()
                .orElseThrow(NotFound::new);
        events.publishEvent(new Recorded(viewer, "contact.reveal", "contact", id, Masked.name(contact.name())));
        return contact;
    }

    /** Where the portal itself may write to the person: shown to nobody. */
    @Transactional(readOnly = true)
    public Optional<String> reach(UUID id) {
        return jdbc.sql("select coalesce(nullif(phone, ''), email) from contact where id = ? and erased_at is null")
                .param(id)
                .query(String.class)
                .optional()
                .filter(reach -> !reach.isEmpty());
    }

    /**
     * Gives another office the contact, under the consent of whom it concerns; once.
     *
     * @param by a visitor where the person agreed without an account
     */
    @Transactional
    public void passOn(UUID id, UUID office, UUID consent, Viewer by) {
        int passed = jdbc.sql("""
                insert into contact (id, organization_id, name, title, phone, email, source, source_note, noticed_on,
                    consent_id, held_by_office_id, created_at, created_by)
                select :new, c.organization_id, c.name, c.title, c.phone, c.email, c.source, c.source_note, c.noticed_on,
                    :consent, :office, now(), cast(:by as uuid) from contact c
                 where c.id = :id and c.erased_at is null and not exists (select from contact o where o.organization_id = c.organization_id
                    and o.name = c.name and o.phone = c.phone and o.held_by_office_id = :office and o.erased_at is null)
                """)
                .param("new", Ids.next())
                .param("id", id)
                .param("consent", consent)
                .param("office", office)
                .param("by", by.accountId(), java.sql.Types.OTHER)
                .update();
        if (passed > 0) events.publishEvent(new Recorded(by, "contact.pass", "contact", id, ""));
    }

    private static MaskedContact contact(ResultSet row, boolean masked) throws SQLException {
        var name = text(row.getString("name"));
        var phone = text(row.getString("phone"));
        var email = text(row.getString("email"));
        return new MaskedContact(
                row.getObject("id", UUID.class),
                masked ? Masked.name(name) : name,
                text(row.getString("title")),
                masked ? Masked.phone(phone) : phone,
                masked ? Masked.email(email) : email,
                ContactSource.valueOf(row.getString("source")),
                text(row.getString("source_note")),
                row.getObject("noticed_on", LocalDate.class));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
