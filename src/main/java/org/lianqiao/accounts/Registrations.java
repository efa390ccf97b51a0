package org.lianqiao.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.files.FilePurpose;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.organizations.Consents;
import org.lianqiao.organizations.OrganizationSize;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Numbers;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Uscc;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An organisation asks to be let in: saved page by page, confirmed by a code, submitted; what was returned is changed
 * and sent again. The applicant has no account; a token leads back.
 */
@Service
@RequiredArgsConstructor
class Registrations {
    static final String PURPOSE = "REGISTRATION";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final VerificationCodes codes;
    private final Consents consents;
    private final Numbers numbers;
    private final Catalogue catalogue;
    private final StoredFiles files;
    private final ApplicationEventPublisher events;

    /** @return the token with which the applicant finds the way back */
    @Transactional
    String begin(RegistrationForms.Identity form) {
        requireKind(form);
        var id = Ids.next();
        var token = Tokens.next();
        jdbc.sql("insert into registration (id, token_hash, state, kind, created_at) values (?, ?, 'DRAFT', ?, now())")
                .params(id, Tokens.digest(token), kind(form))
                .update();
        identify(id, form);
        return token;
    }

    @Transactional
    void identify(String token, RegistrationForms.Identity form) {
        requireKind(form);
        identify(open(token).id(), form);
    }

    private void identify(UUID id, RegistrationForms.Identity form) {
        var code = form.code();
        if (isInReview(code, id)) throw Refused.at("uscc", "accounts.uscc.waiting");
        if (!catalogue.hasRegion(form.regionCode())) throw Refused.at("regionCode", "accounts.required.region");
        jdbc.sql("update registration set kind = ?, name = ?, uscc = ?, region_code = ? where id = ?")
                .params(kind(form), form.name(), code.value(), form.regionCode(), id)
                .update();
    }

    @Transactional
    void place(String token, RegistrationForms.Industry form) {
        var nodes = form.nodeIds() == null
                ? List.<UUID>of()
                : form.nodeIds().stream().filter(catalogue::hasNode).distinct().toList();
        jdbc.sql(
                        "update registration set node_ids = :nodes, products = :products, size = :size, profile = :profile where id = :id")
                .param("nodes", nodes.toArray(UUID[]::new))
                .param("products", form.products())
                .param("size", form.size() == null ? null : form.size().name())
                .param("profile", form.profile())
                .param("id", open(token).id())
                .update();
    }

    /** A new licence takes the place of the one before; without a new one the old stays. */
    @Transactional
    void licence(String token, RegistrationForms.Licence form) {
        var registration = open(token);
        var before = registration.licenceFileId();
        if (before != null && !StoredFiles.isGiven(form.licence())) return;
        var file = files.keep(form.licence(), FilePurpose.LICENCE, null, Viewer.VISITOR, "licence");
        jdbc.sql("update registration set licence_file_id = ? where id = ?")
                .params(file, registration.id())
                .update();
        if (before != null) files.forget(before);
    }

    @Transactional
    void contact(String token, RegistrationForms.Contact form) {
        var registration = open(token);
        form.requireReach();
        var hash = keepsPassword(registration, form) ? null : passwords.hash(form.password());
        jdbc.sql("""
                update registration set contact_name = :name, contact_title = :title, contact_phone = :phone, contact_email = :mail,
                       password_hash = coalesce(:hash, password_hash), consent_id = :consent where id = :id
                """)
                .param("name", form.contactName())
                .param("title", form.contactTitle())
                .param("phone", form.phone())
                .param("mail", form.mail())
                .param("hash", hash)
                .param("consent", consent(registration, form))
                .param("id", registration.id())
                .update();
    }

    /** @throws Refused at the field where the password is missing, too weak or too long */
    void checkPassword(Registration registration, RegistrationForms.Contact form) {
        if (!keepsPassword(registration, form)) passwords.check(form.password());
    }

    private static boolean keepsPassword(Registration registration, RegistrationForms.Contact form) {
        return registration.hasPassword() && form.password().isEmpty();
    }

    /** @throws Refused where the privacy notice was not agreed to, now or before */
    void checkConsent(Registration registration, RegistrationForms.Contact form) {
        if (registration.consentId() == null && !Boolean.TRUE.equals(form.agreed()))
            throw Refused.at("agreed", "accounts.required.agreed");
    }

    private UUID consent(Registration registration, RegistrationForms.Contact form) {
        if (registration.consentId() != null) return registration.consentId();
        checkConsent(registration, form);
        return consents.give(
                "PRIVACY_NOTICE", form.contactName(), null, "registration", registration.id(), Viewer.VISITOR);
    }

    /**
     * Sends what was checked: at once where the contact is confirmed, else after a code.
     *
     * @return whether it is submitted
     */
    @Transactional
    boolean send(String token) {
        var registration = find(token).orElseThrow(NotFound::new);
        if (!registration.isOpen()) return true;
        if (!registration.isComplete()) throw new Refused("accounts.answers.incomplete");
        if (registration.isConfirmed()) {
            submit(registration, token);
            return true;
        }
        codes.send(PURPOSE, registration.reach(), registration.id());
        return false;
    }

    /** The right code submits the registration and gives it its number. */
    @Transactional
    boolean confirm(String token, String code) {
        var registration = find(token).orElseThrow(NotFound::new);
        if (!registration.isOpen()) return true;
        var target = codes.confirmed(PURPOSE, registration.id(), code);
        if (target.isEmpty()) return isSent(registration.id());
        jdbc.sql(
                        "update registration set confirmed_at = now(), confirmed_target = ?, number = coalesce(number, ?) where id = ?")
                .params(target.get(), numbers.next(Numbers.Kind.REGISTRATION), registration.id())
                .update();
        if (!target.get().equals(registration.reach())) return false;
        submit(registration, token);
        return true;
    }

    /** A double click: the first one has used the code and sent it. */
    private boolean isSent(UUID id) {
        return jdbc.sql("select exists (select from registration where id = ? and state = 'SUBMITTED')")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private void submit(Registration registration, String token) {
        requireFree(registration);
        try {
            int moved = jdbc.sql("""
                    update registration set state = 'SUBMITTED', submitted_at = now(), version = version + 1
                     where id = ? and state in ('DRAFT', 'RETURNED')
                    """).param(registration.id()).update();
            if (moved == 0) return;
        } catch (DuplicateKeyException e) {
            throw new Refused("accounts.uscc.waiting");
        }
        jdbc.sql(
                        "insert into registration_decision (id, registration_id, verdict, decided_at) values (?, ?, 'SUBMITTED', now())")
                .params(Ids.next(), registration.id())
                .update();
        // Only the digest of the token is kept: this is the one time that its link can be sent.
        events.publishEvent(Notice.toOutside(
                registration.reach(),
                "accounts.message.SUBMITTED",
                "/register/" + token,
                registration.name(),
                String.valueOf(get(registration.id()).number())));
    }

    /** The applicant takes it back, as long as nobody has decided. */
    @Transactional
    void withdraw(String token) {
        var registration = find(token).orElseThrow(NotFound::new);
        int moved = jdbc.sql("""
                update registration set state = 'WITHDRAWN', decided_at = now(), password_hash = null, version = version + 1
                 where id = ? and state in ('DRAFT', 'SUBMITTED', 'RETURNED')
                """).param(registration.id()).update();
        if (moved == 0) return;
        jdbc.sql(
                        "insert into registration_decision (id, registration_id, verdict, decided_at) values (?, ?, 'WITHDRAWN', now())")
                .params(Ids.next(), registration.id())
                .update();
    }

    @Transactional(readOnly = true)
    Optional<Registration> find(String token) {
        if (!Tokens.isOne(token)) return Optional.empty();
        return jdbc.sql("select * from registration where token_hash = ?")
                .param(Tokens.digest(token))
                .query((row, n) -> read(row))
                .optional();
    }

    @Transactional(readOnly = true)
    Registration get(UUID id) {
        return jdbc.sql("select * from registration where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    List<Decision> history(UUID id) {
        return jdbc.sql("""
                select verdict, reason, decided_at as at from registration_decision
                 where registration_id = ? order by decided_at desc, id desc
                """).param(id).query(Decision.class).list();
    }

    /** Whether the code belongs to an organisation that has people here already: one joins it, instead. */
    @Transactional(readOnly = true)
    boolean isRegistered(String typed) {
        return Uscc.parse(typed)
                .map(code -> jdbc.sql("select exists (select from organization where uscc = ? and status <> 'KNOWN')")
                        .param(code.value())
                        .query(Boolean.class)
                        .single())
                .orElse(false);
    }

    private boolean isInReview(Uscc code, UUID id) {
        return jdbc.sql("""
                select exists (select from registration where uscc = ? and state in ('SUBMITTED', 'RETURNED') and id <> ?)
                """).params(code.value(), id).query(Boolean.class).single();
    }

    private void requireFree(Registration registration) {
        if (isRegistered(registration.uscc())) throw new Refused("accounts.uscc.registered");
    }

    private Registration open(String token) {
        var registration = find(token).orElseThrow(NotFound::new);
        if (!registration.isOpen()) throw new Refused("accounts.refused.state");
        return registration;
    }

    /** Offices and departments are set up by an administrator. */
    private static void requireKind(RegistrationForms.Identity form) {
        if (Objects.requireNonNull(form.kind()).isGovernment()) throw Refused.at("kind", "accounts.required.kind");
    }

    private static String kind(RegistrationForms.Identity form) {
        return Objects.requireNonNull(form.kind()).name();
    }

    private static Registration read(ResultSet row) throws SQLException {
        return new Registration(
                row.getObject("id", UUID.class),
                row.getString("number"),
                Registration.State.valueOf(row.getString("state")),
                OrganizationKind.valueOf(row.getString("kind")),
                text(row.getString("name")),
                text(row.getString("uscc")),
                row.getString("region_code"),
                row.getString("size") == null ? null : OrganizationSize.valueOf(row.getString("size")),
                List.of((UUID[]) row.getArray("node_ids").getArray()),
                text(row.getString("products")),
                text(row.getString("profile")),
                row.getObject("licence_file_id", UUID.class),
                text(row.getString("contact_name")),
                text(row.getString("contact_title")),
                text(row.getString("contact_phone")),
                text(row.getString("contact_email")),
                row.getString("password_hash") != null,
                row.getObject("consent_id", UUID.class),
                row.getString("confirmed_target"),
                row.getObject("submitted_at", OffsetDateTime.class));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
