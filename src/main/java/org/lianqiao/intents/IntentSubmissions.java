package org.lianqiao.intents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.lianqiao.shared.Numbers;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Uscc;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.lianqiao.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes intents: drafts that are kept and taken up again, and the sending. */
@Service
@RequiredArgsConstructor
class IntentSubmissions {
    private final IntentRepository intents;
    private final OpenIntents open;
    private final Targets targets;
    private final Directory directory;
    private final Contacts contacts;
    private final Consents consents;
    private final Numbers numbers;
    private final IntentTerms terms;
    private final IntentNews news;
    private final JdbcClient jdbc;
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
        if (!sender.isSignedIn()) open.refuseFlood(phone);
        var organization = organization(form, name, about, sender);
        intent.fill(form, name, about);
        open.makeWay(organization, about, sender);
        if (open.isOpen(organization, about)) throw new Refused("intents.refused.open");
        var consent =
                consents.give("CONTACT_TO_OFFICE", form.contactName(), organization, "intent", intent.getId(), sender);
        intent.submit(
                numbers.next(Numbers.Kind.INTENT), organization, phone, consent, terms.answerDue(), clock.instant());
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
        news.submitted(intent, about, sender);
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

    static boolean actsForMembers(Viewer viewer) {
        return viewer.isMember() && viewer.kind() == OrganizationKind.ASSOCIATION;
    }

    /** The draft of this filling-in, or a new one; what somebody else began is not found. */
    private Intent draft(IntentForm form, Viewer sender) {
        sender.require(!sender.isSignedIn() || sender.isMember());
        if (!Tokens.isOne(form.token())) throw new Refused("intents.refused.stale");
        var hash = Tokens.digest(form.token());
        open.oneAtATime(hash);
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

    private Sent sent(Intent intent) {
        return new Sent(intent.getId(), intent.getNumber(), directory.name(intent.getOfficeId()));
    }
}
