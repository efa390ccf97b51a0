package org.lianqiao.intents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Consents;
import org.lianqiao.organizations.ContactSource;
import org.lianqiao.organizations.Contacts;
import org.lianqiao.organizations.Directory;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Numbers;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Uscc;
import org.lianqiao.shared.Viewer;
import org.lianqiao.shared.WorkingDays;
import org.lianqiao.web.Lenient;
import org.lianqiao.web.Option;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of those who send intents. */
@Service
@RequiredArgsConstructor
public class Intents {
    private static final int ANSWER_DAYS = 3;
    /** How many intents one phone number may leave unverified in a day. */
    private static final int MOST_UNVERIFIED = 5;

    private final IntentRepository intents;
    private final Targets targets;
    private final Directory directory;
    private final Contacts contacts;
    private final Consents consents;
    private final Numbers numbers;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @param number nothing for a draft */
    record Sent(UUID id, @Nullable String number, String office) {}

    /** Keeps what was typed so far. */
    @Transactional
    Sent keep(IntentForm form, Viewer sender) {
        var intent = draft(form, sender);
        if (intent.getState() == IntentState.DRAFT) {
            intent.fill(form, enterprise(form, sender), about(form));
            intents.write(intent);
        }
        return sent(intent);
    }

    /** Sends it, once: the same filling-in sent again gives the same answer. */
    @Transactional
    Sent submit(IntentForm form, Viewer sender) {
        var intent = draft(form, sender);
        if (intent.getState() != IntentState.DRAFT) return sent(intent);
        var about = about(form);
        refuseOwn(about, sender);
        var name = enterprise(form, sender);
        var phone =
                Phones.parse(form.contactPhone()).orElseThrow(() -> Refused.at("contactPhone", "intents.phone.wrong"));
        if (!sender.isSignedIn()) refuseFlood(phone);
        var organization = organization(form, name, about, sender);
        intent.fill(form, name, about);
        makeWay(organization, about, sender);
        if (isOpen(organization, about)) throw new Refused("intents.refused.open");
        var consent =
                consents.give("CONTACT_TO_OFFICE", form.contactName(), organization, "intent", intent.getId(), sender);
        intent.submit(numbers.next(Numbers.Kind.INTENT), organization, phone, consent, due(), clock.instant());
        intents.write(intent);
        contacts.keep(
                organization,
                form.contactName(),
                "",
                phone,
                "",
                ContactSource.INTENT,
                String.valueOf(intent.getNumber()),
                LocalDate.now(clock),
                consent,
                about.office(),
                sender);
        announce(intent, about, sender);
        return sent(intent);
    }

    /** The draft as a form, under a new token: the old one is not known any more. */
    @Transactional
    IntentForm reopen(UUID id, Viewer sender) {
        var intent = intents.findForSender(sender, id)
                .filter(i -> i.getState() == IntentState.DRAFT)
                .orElseThrow(NotFound::new);
        var token = Tokens.next();
        intent.replaceToken(Tokens.digest(token));
        intents.write(intent);
        return form(intent, token, member(intent, sender));
    }

    @Transactional(readOnly = true)
    IntentForm reopen(String token) {
        return form(intents.findById(idOf(token)).orElseThrow(NotFound::new), token, "");
    }

    /** For which of its members an association drafted it. */
    private String member(Intent intent, Viewer sender) {
        if (!actsForMembers(sender)) return "";
        return directory.membersOf(sender.organization()).stream()
                .filter(m -> m.label().equals(intent.getEnterpriseName()))
                .map(Option::value)
                .findFirst()
                .orElse("");
    }

    /** Nothing is asked that the portal knows. */
    @Transactional(readOnly = true)
    String phoneOf(Viewer sender) {
        if (!sender.isSignedIn()) return "";
        return jdbc.sql("select phone from account where id = ?")
                .param(sender.account())
                .query(String.class)
                .single();
    }

    private UUID idOf(String token) {
        return jdbc.sql("select id from intent where token_hash = ?")
                .param(Tokens.digest(token))
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static IntentForm form(Intent intent, String token, String member) {
        var amount = Money.ofYuan(intent.getAmountYuan());
        return new IntentForm(
                token,
                Objects.toString(intent.getNeedId(), ""),
                Objects.toString(intent.getProjectId(), ""),
                Objects.toString(intent.getRegionCode(), ""),
                member,
                intent.getEnterpriseName(),
                intent.getUscc(),
                intent.getContactName(),
                intent.getContactPhone(),
                intent.getFunction(),
                amount == null ? null : amount.wan(),
                intent.getMessage(),
                intent.isOwnerMaySeeContact(),
                false);
    }

    /** What a submission still lacks, each at its field. */
    List<Refused> missing(IntentForm form, Viewer sender) {
        var missing = new ArrayList<Refused>();
        if (!sender.isMember()
                && form.enterpriseName().codePointCount(0, form.enterpriseName().length()) < 2)
            missing.add(Refused.at("enterpriseName", "intents.required.enterpriseName"));
        if (!form.uscc().isEmpty() && Uscc.parse(form.uscc()).isEmpty())
            missing.add(Refused.at("uscc", "intents.uscc.wrong"));
        if (actsForMembers(sender) && Lenient.id(form.member()) == null)
            missing.add(Refused.at("member", "intents.required.member"));
        if (form.contactName().isEmpty()) missing.add(Refused.at("contactName", "intents.required.contactName"));
        if (form.contactPhone().isEmpty()) missing.add(Refused.at("contactPhone", "intents.required.contactPhone"));
        else if (Phones.parse(form.contactPhone()).isEmpty())
            missing.add(Refused.at("contactPhone", "intents.phone.wrong"));
        if (form.message().isEmpty()) missing.add(Refused.at("message", "intents.required.message"));
        if (!Boolean.TRUE.equals(form.consent())) missing.add(Refused.at("consent", "intents.required.consent"));
        return missing;
    }

    @Transactional
    void answer(UUID id, String answer, Viewer sender) {
        answer(intents.findForSender(sender, id).orElseThrow(NotFound::new), answer, sender);
    }

    @Transactional
    void answer(String token, String answer) {
        answer(byToken(token), answer, Viewer.VISITOR);
    }

    private void answer(Intent intent, String answer, Viewer sender) {
        if (answer.isBlank()) throw Refused.at("text", "intents.required.text");
        intent.answer(answer, sender.accountId(), due(), clock.instant());
        saved(intent, "intent.answer", sender);
        tellOffice(intent, "intents.notice.ANSWERED");
    }

    @Transactional
    void withdraw(UUID id, Viewer sender) {
        withdraw(intents.findForSender(sender, id).orElseThrow(NotFound::new), sender);
    }

    @Transactional
    void withdraw(String token) {
        withdraw(byToken(token), Viewer.VISITOR);
    }

    private void withdraw(Intent intent, Viewer sender) {
        intent.withdraw("", sender.accountId(), clock.instant());
        saved(intent, "intent.withdraw", sender);
        if (intent.getNumber() != null) tellOffice(intent, "intents.notice.WITHDRAWN");
    }

    static boolean actsForMembers(Viewer viewer) {
        return viewer.isMember() && viewer.kind() == OrganizationKind.ASSOCIATION;
    }

    private Intent byToken(String token) {
        if (!Tokens.isOne(token)) throw new NotFound();
        return intents.findByToken(Tokens.digest(token)).orElseThrow(NotFound::new);
    }

    /** The draft of this filling-in, or a new one; what somebody else began is not found. */
    private Intent draft(IntentForm form, Viewer sender) {
        sender.require(!sender.isSignedIn() || sender.isMember());
        if (!Tokens.isOne(form.token())) throw new Refused("intents.refused.stale");
        var hash = Tokens.digest(form.token());
        var found = intents.findByToken(hash);
        found.ifPresent(i -> {
            if (!Objects.equals(i.getSenderOrganizationId(), sender.organizationId())) throw new NotFound();
        });
        return found.orElseGet(() -> new Intent(hash, sender, clock.instant()));
    }

    private Target about(IntentForm form) {
        return targets.of(form.need(), form.project(), form.region());
    }

    private String enterprise(IntentForm form, Viewer sender) {
        if (!sender.isMember()) return form.enterpriseName();
        if (!actsForMembers(sender)) return sender.organizationName();
        return directory.membersOf(sender.organization()).stream()
                .filter(m -> m.value().equals(form.member()))
                .map(Option::label)
                .findFirst()
                .orElse("");
    }

    private UUID organization(IntentForm form, String name, Target about, Viewer sender) {
        if (!sender.isMember())
            return directory.knownOrNew(name, Uscc.parse(form.uscc()).orElse(null), about.region(), sender);
        if (!actsForMembers(sender)) return sender.organization();
        var member = Lenient.id(form.member());
        if (member == null || name.isEmpty()) throw Refused.at("member", "intents.required.member");
        return member;
    }

    private static void refuseOwn(Target about, Viewer sender) {
        if (about.owner() != null && about.owner().equals(sender.organizationId()))
            throw new Refused("intents.refused.own");
    }

    private void refuseFlood(String phone) {
        int today = jdbc.sql("""
                select count(*) from intent where contact_phone = ? and state = 'UNVERIFIED' and created_at > now() - interval '1 day'
                """).param(phone).query(Integer.class).single();
        if (today >= MOST_UNVERIFIED) throw new Refused("intents.refused.flood");
    }

    /** What a visitor sent in an enterprise's name gives way to what the enterprise sends itself. */
    private void makeWay(UUID organization, Target about, Viewer sender) {
        if (!sender.isMember()) return;
        jdbc.sql(
                        "with gone as (update intent set state = 'WITHDRAWN', version = version + 1 where state = 'UNVERIFIED' and "
                                + SAME
                                + " returning id) insert into intent_change (id, intent_id, action, reason, changed_at)"
                                + " select gen_random_uuid(), id, 'WITHDRAWN', '本单位已登录提交', now() from gone")
                .params(same(organization, about))
                .update();
    }

    private boolean isOpen(UUID organization, Target about) {
        return jdbc.sql("select exists (select from intent where state in"
                        + " ('UNVERIFIED', 'UNASSIGNED', 'SUBMITTED', 'QUERIED', 'ACCEPTED') and " + SAME + ")")
                .params(same(organization, about))
                .query(Boolean.class)
                .single();
    }

    private static final String SAME =
            "organization_id = :organization and target = :target and coalesce(need_id, project_id) is not distinct from cast(:subject as uuid) and coalesce(region_code, '') = :region";

    private static java.util.Map<String, @Nullable Object> same(UUID organization, Target about) {
        var values = new java.util.HashMap<String, @Nullable Object>();
        values.put("organization", organization);
        values.put("target", about.kind().name());
        var subject = about.needId() == null ? about.projectId() : about.needId();
        values.put("subject", subject == null ? null : subject.toString());
        values.put("region", about.region() == null ? "" : about.region());
        return values;
    }

    private void announce(Intent intent, Target about, Viewer sender) {
        events.publishEvent(
                new Recorded(sender, "intent.submit", "intent", intent.getId(), String.valueOf(intent.getNumber())));
        tellOffice(intent, "intents.notice.SUBMITTED");
        if (about.owner() != null && sender.isSignedIn())
            events.publishEvent(Notice.toHolders(
                    about.owner(),
                    Set.of(Role.MEMBER, Role.MANAGER),
                    "intents.notice.OWNER",
                    "/intents/" + intent.getId(),
                    intent.getEnterpriseName(),
                    about.title()));
    }

    private void tellOffice(Intent intent, String key) {
        var offices = intent.getOfficeId() == null
                ? directory.coordinatingOffices(intent.getAllianceId())
                : List.of(intent.getOfficeId());
        for (var office : offices)
            events.publishEvent(Notice.toHolders(
                    office,
                    Set.of(Role.OFFICER, Role.LEAD),
                    key,
                    "/intents/" + intent.getId(),
                    intent.getEnterpriseName(),
                    String.valueOf(intent.getNumber())));
    }

    private void saved(Intent intent, String action, Viewer by) {
        intents.write(intent);
        events.publishEvent(
                new Recorded(by, action, "intent", intent.getId(), Objects.toString(intent.getNumber(), "")));
    }

    private LocalDate due() {
        return WorkingDays.after(LocalDate.now(clock), settings.number("intents.answer-days", ANSWER_DAYS));
    }

    private Sent sent(Intent intent) {
        return new Sent(intent.getId(), intent.getNumber(), directory.name(intent.getOfficeId()));
    }
}
