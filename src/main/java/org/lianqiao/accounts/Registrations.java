package org.lianqiao.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.organizations.Consents;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Numbers;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Uscc;
import org.lianqiao.shared.Viewer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An organisation asks to be let in: saved, confirmed by a code, submitted; returned ones are edited and sent again. */
@Service
@RequiredArgsConstructor
class Registrations {
    private static final String PURPOSE = "REGISTRATION";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final VerificationCodes codes;
    private final Consents consents;
    private final Numbers numbers;
    private final Catalogue catalogue;

    /** What the applicant's own page shows. */
    record Status(
            UUID id,
            @Nullable String number,
            String state,
            String name,
            String target,
            List<Map<String, Object>> history) {}

    /** @return the token with which the applicant finds the way back */
    @Transactional
    String begin(RegistrationForm form) {
        requireKind(form);
        if (!Boolean.TRUE.equals(form.agreed())) throw Refused.at("agreed", "accounts.required.agreed");
        var hash = passwords.hash(form.password());
        var id = Ids.next();
        var token = Tokens.next();
        var consent = consents.give("PRIVACY_NOTICE", form.contactName(), null, "registration", id, Viewer.VISITOR);
        jdbc.sql("""
                insert into registration (id, token_hash, state, kind, password_hash, consent_id, created_at)
                values (?, ?, 'DRAFT', ?, ?, ?, now())
                """)
                .params(
                        id,
                        Tokens.digest(token),
                        Objects.requireNonNull(form.kind()).name(),
                        hash,
                        consent)
                .update();
        codes.send(PURPOSE, write(id, form), id);
        return token;
    }

    /** Changes what was returned and sends it again; the contact stays confirmed while it is the same. */
    @Transactional
    void resubmit(String token, RegistrationForm form) {
        var status = find(token).orElseThrow(NotFound::new);
        if (!"RETURNED".equals(status.state)) throw new Refused("accounts.refused.state");
        requireKind(form);
        write(status.id, form);
        submit(status.id);
    }

    /** The right code submits the registration and gives it its number. */
    @Transactional
    boolean confirm(String token, String code) {
        var status = find(token).orElseThrow(NotFound::new);
        if (!"DRAFT".equals(status.state)) return true;
        if (!codes.isRight(PURPOSE, status.id, code)) return false;
        jdbc.sql("update registration set confirmed_at = now(), confirmed_target = ?, number = ? where id = ?")
                .params(status.target, numbers.next(Numbers.Kind.REGISTRATION), status.id)
                .update();
        submit(status.id);
        return true;
    }

    @Transactional
    void sendAgain(String token) {
        var status = find(token).orElseThrow(NotFound::new);
        if ("DRAFT".equals(status.state)) codes.send(PURPOSE, status.target, status.id);
    }

    @Transactional(readOnly = true)
    Optional<Status> find(String token) {
        if (!Tokens.isOne(token)) return Optional.empty();
        return jdbc.sql("""
                select id, number, state, name, coalesce(nullif(contact_phone, ''), contact_email) as target from registration where token_hash = ?
                """)
                .param(Tokens.digest(token))
                .query((row, n) -> new Status(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("state"),
                        row.getString("name"),
                        row.getString("target"),
                        history(row.getObject("id", UUID.class))))
                .optional();
    }

    /** The same content as a form; the password is never shown again. */
    @Transactional(readOnly = true)
    RegistrationForm form(UUID id) {
        return jdbc.sql("select * from registration where id = ?")
                .param(id)
                .query((row, n) -> new RegistrationForm(
                        OrganizationKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("uscc"),
                        row.getString("region_code"),
                        row.getString("size") == null ? null : OrganizationSize.valueOf(row.getString("size")),
                        List.of((UUID[]) row.getArray("node_ids").getArray()),
                        row.getString("products"),
                        row.getString("profile"),
                        row.getString("contact_name"),
                        row.getString("contact_title"),
                        row.getString("contact_phone"),
                        row.getString("contact_email"),
                        "",
                        true))
                .single();
    }

    List<Map<String, Object>> history(UUID id) {
        return jdbc.sql("""
                select verdict, reason, to_char(decided_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at
                  from registration_decision where registration_id = ? order by decided_at desc, id desc
                """).param(id).query().listOfRows();
    }

    private void submit(UUID id) {
        try {
            jdbc.sql(
                            "update registration set state = 'SUBMITTED', submitted_at = now(), version = version + 1 where id = ?")
                    .param(id)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refused.at("uscc", "accounts.uscc.waiting");
        }
        jdbc.sql(
                        "insert into registration_decision (id, registration_id, verdict, decided_at) values (?, ?, 'SUBMITTED', now())")
                .params(Ids.next(), id)
                .update();
    }

    /** @return the address that is to be confirmed */
    private String write(UUID id, RegistrationForm form) {
        var code = Uscc.parse(form.uscc()).orElseThrow(() -> Refused.at("uscc", "accounts.uscc.wrong"));
        requireFree(code, id);
        if (!catalogue.hasRegion(form.regionCode())) throw Refused.at("regionCode", "accounts.required.region");
        var phone = form.contactPhone().isEmpty()
                ? ""
                : Phones.parse(form.contactPhone())
                        .orElseThrow(() -> Refused.at("contactPhone", "accounts.phone.wrong"));
        var mail = form.contactEmail().toLowerCase(Locale.ROOT);
        if (!mail.isEmpty() && !mail.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+"))
            throw Refused.at("contactEmail", "accounts.email.wrong");
        if (phone.isEmpty() && mail.isEmpty()) throw Refused.at("contactPhone", "accounts.required.reach");
        var nodes = form.nodeIds() == null
                ? List.<UUID>of()
                : form.nodeIds().stream()
                        .filter(catalogue::hasNode)
                        .distinct()
                        .limit(10)
                        .toList();
        jdbc.sql("""
                update registration set kind = :kind, name = :name, uscc = :uscc, region_code = :region, size = :size, node_ids = :nodes,
                       products = :products, profile = :profile, contact_name = :contact, contact_title = :title, contact_phone = :phone,
                       contact_email = :mail where id = :id
                """)
                .param("kind", Objects.requireNonNull(form.kind()).name())
                .param("name", form.name())
                .param("uscc", code.value())
                .param("region", form.regionCode())
                .param("size", form.size() == null ? null : form.size().name())
                .param("nodes", nodes.toArray(UUID[]::new))
                .param("products", form.products())
                .param("profile", form.profile())
                .param("contact", form.contactName())
                .param("title", form.contactTitle())
                .param("phone", phone)
                .param("mail", mail)
                .param("id", id)
                .update();
        return phone.isEmpty() ? mail : phone;
    }

    /** Offices and departments are set up by an administrator. */
    private static void requireKind(RegistrationForm form) {
        if (Objects.requireNonNull(form.kind()).isGovernment()) throw Refused.at("kind", "accounts.required.kind");
    }

    private void requireFree(Uscc code, UUID id) {
        if (jdbc.sql("select exists (select from organization where uscc = ? and status <> 'KNOWN')")
                .param(code.value())
                .query(Boolean.class)
                .single()) throw Refused.at("uscc", "accounts.uscc.registered");
        if (jdbc.sql(
                        "select exists (select from registration where uscc = ? and state in ('SUBMITTED', 'RETURNED') and id <> ?)")
                .params(code.value(), id)
                .query(Boolean.class)
                .single()) throw Refused.at("uscc", "accounts.uscc.waiting");
    }
}
