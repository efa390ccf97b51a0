package org.lianqiao.accounts;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Consents;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Message;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Uscc;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person asks to join an organisation that is registered already; its own manager grants or refuses. */
@Service
@RequiredArgsConstructor
class Joining {
    private static final String PURPOSE = "JOIN";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final VerificationCodes codes;
    private final Consents consents;
    private final Memberships memberships;
    private final ApplicationEventPublisher events;
    private final Choices choices;

    /** The organisation at whose door one stands. */
    record Door(UUID id, String name) {}

    /** What the page of a request shows. */
    record Request(
            UUID id,
            UUID organizationId,
            String organization,
            String reach,
            boolean confirmed,
            String state,
            String refusal) {
        public String maskedReach() {
            return Reach.masked(reach);
        }
    }

    /** A request that waits for the manager. */
    record Waiting(UUID id, String name, String reach, String reason, OffsetDateTime askedAt) {
        public String maskedReach() {
            return Reach.masked(reach);
        }
    }

    private record Asked(
            UUID id,
            String name,
            String phone,
            String email,
            String passwordHash,
            @Nullable UUID consentId) {
        Reach reach() {
            return new Reach(phone.isEmpty() ? email : phone);
        }
    }

    @Transactional(readOnly = true)
    Optional<Door> door(String uscc) {
        return Uscc.parse(uscc)
                .flatMap(code ->
                        jdbc.sql("""
                select id, name from organization where uscc = ? and status = 'REGISTERED' and kind in ('ENTERPRISE', 'ASSOCIATION', 'PARK')
                """).param(code.value()).query(Door.class).optional());
    }

    /** @return the token that leads to the confirmation and, later, to the answer */
    @Transactional
    String ask(String uscc, JoinForm form) {
        var door = door(uscc).orElseThrow(NotFound::new);
        var reach = Reach.parse(form.reach(), "reach");
        if (!Boolean.TRUE.equals(form.agreed())) throw Refused.at("agreed", "accounts.required.agreed");
        var token = Tokens.next();
        var hash = passwords.hash(form.password());
        var fresh = Ids.next();
        var consent = consents.give("PRIVACY_NOTICE", form.name(), door.id, "join_request", fresh, Viewer.VISITOR);
        // What nobody confirmed keeps nobody out: the same address asks anew.
        var id = jdbc.sql("""
                insert into join_request as j (id, organization_id, name, phone, email, password_hash, reason, consent_id, state, asked_at, token_hash)
                values (:id, :org, :name, :phone, :mail, :hash, :reason, :consent, 'WAITING', now(), :token)
                on conflict (organization_id, coalesce(nullif(phone, ''), email)) where state = 'WAITING'
                do update set name = excluded.name, password_hash = excluded.password_hash, reason = excluded.reason,
                    consent_id = excluded.consent_id, asked_at = now(), token_hash = excluded.token_hash where j.confirmed_at is null
                returning id
                """)
                .param("id", fresh)
                .param("org", door.id)
                .param("name", form.name())
                .param("phone", reach.phone())
                .param("mail", reach.mail())
                .param("hash", hash)
                .param("reason", form.reason())
                .param("consent", consent)
                .param("token", Tokens.digest(token))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refused.at("reach", "accounts.join.twice"));
        codes.send(PURPOSE, reach.value(), id);
        return token;
    }

    @Transactional
    void sendAgain(String token) {
        var request = find(token).orElseThrow(NotFound::new);
        if (!request.confirmed) codes.send(PURPOSE, request.reach, request.id);
    }

    /** The right code brings the request before the manager. */
    @Transactional
    boolean confirm(String token, String code) {
        var request = find(token).orElseThrow(NotFound::new);
        if (request.confirmed) return true;
        if (codes.confirmed(PURPOSE, request.id, code).isEmpty())
            return find(token).map(Request::confirmed).orElse(false);
        jdbc.sql("update join_request set confirmed_at = now() where id = ? and confirmed_at is null")
                .param(request.id)
                .update();
        events.publishEvent(Notice.toHolders(
                request.organizationId,
                Set.of(Role.MANAGER),
                "accounts.join.notice",
                "/organization/people",
                request.organization));
        return true;
    }

    @Transactional(readOnly = true)
    Optional<Request> find(String token) {
        if (!Tokens.isOne(token)) return Optional.empty();
        return jdbc.sql("""
                select j.id, j.organization_id, o.name as organization, coalesce(nullif(j.phone, ''), j.email) as reach,
                       j.confirmed_at is not null as confirmed, j.state, j.refusal
                  from join_request j join organization o on o.id = j.organization_id where j.token_hash = ?
                """).param(Tokens.digest(token)).query(Request.class).optional();
    }

    @Transactional(readOnly = true)
    List<Waiting> waiting(Viewer manager) {
        return jdbc.sql("""
                select id, name, coalesce(nullif(phone, ''), email) as reach, reason, asked_at from join_request
                 where organization_id = ? and state = 'WAITING' and confirmed_at is not null order by asked_at limit 50
                """).param(manager.organization()).query(Waiting.class).list();
    }

    @Transactional
    void grant(UUID id, Viewer manager) {
        var asked = decide(id, "GRANTED", "", manager);
        var person = memberships.personOf(asked.name, asked.reach(), "", asked.passwordHash);
        memberships.begin(person, manager.organization(), Set.of(Role.MEMBER));
        jdbc.sql("update consent set given_by_account = :person where id = :consent")
                .param("person", person)
                .param("consent", asked.consentId)
                .update();
        tell(asked, "accounts.join.granted", manager, "");
        events.publishEvent(new Recorded(manager, "join.grant", "account", person, asked.name));
    }

    @Transactional
    void refuse(UUID id, String reason, Viewer manager) {
        if (reason.isBlank()) throw new Refused("accounts.join.reason.required");
        var asked = decide(id, "REFUSED", reason, manager);
        tell(asked, "accounts.join.refused", manager, reason);
        events.publishEvent(new Recorded(manager, "join.refuse", "join_request", id, asked.name, reason));
    }

    /** One guarded update: of two managers who decide at once, one does. */
    private Asked decide(UUID id, String state, String refusal, Viewer manager) {
        manager.require(manager.isMember() && manager.has(Role.MANAGER));
        var asked = jdbc.sql("""
                update join_request set state = ?, refusal = ?, decided_at = now(), decided_by = ?
                 where id = ? and organization_id = ? and state = 'WAITING' and confirmed_at is not null
                returning id, name, phone, email, password_hash, consent_id
                """)
                .params(state, refusal, manager.account(), id, manager.organization())
                .query(Asked.class)
                .optional()
                .orElseThrow(NotFound::new);
        jdbc.sql("update join_request set password_hash = '' where id = ?")
                .param(id)
                .update();
        return asked;
    }

    private void tell(Asked asked, String key, Viewer manager, String reason) {
        events.publishEvent(Message.to(
                asked.reach().value(),
                choices.text(key, manager.organizationName()),
                choices.text(key + ".body", manager.organizationName(), reason)));
    }
}
