package org.lianqiao.intents;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Records what happened to an intent and tells whom it concerns, in the transaction that changed it. */
@Component
@RequiredArgsConstructor
class IntentNews {
    private final Directory directory;
    private final ApplicationEventPublisher events;

    /** That it was sent: to the office, and to whose need it is unless nobody has verified the sender yet. */
    void submitted(Intent intent, Target about, Viewer sender) {
        events.publishEvent(
                new Recorded(sender, "intent.submit", "intent", intent.getId(), String.valueOf(intent.getNumber())));
        tellOffice(intent, "intents.notice.SUBMITTED");
        if (about.owner() != null && sender.isSignedIn()) tellOwner(intent, about.owner(), about.title());
    }

    void record(String action, Intent intent, Viewer by) {
        events.publishEvent(
                new Recorded(by, action, "intent", intent.getId(), Objects.toString(intent.getNumber(), "")));
    }

    /** What the office decided, to whoever sent it. */
    void decided(Intent intent, Viewer officer, String reason) {
        var number = String.valueOf(intent.getNumber());
        events.publishEvent(new Recorded(
                officer,
                "intent.answer",
                "intent",
                intent.getId(),
                number,
                intent.getState().name()));
        var key = "intents.notice.state." + intent.getState();
        if (intent.getState().isWaiting() && intent.getState() != IntentState.QUERIED) return;
        if (intent.getSenderAccountId() != null)
            events.publishEvent(Notice.toPerson(
                    intent.getSenderAccountId(),
                    key,
                    "/intents/" + intent.getId(),
                    number,
                    officer.organizationName(),
                    reason));
        else
            events.publishEvent(
                    Notice.toOutside(intent.getContactPhone(), key, "/", number, officer.organizationName(), reason));
    }

    /** Both coordinating offices where none is responsible yet. */
    void tellOffice(Intent intent, String key) {
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

    void tellOwner(Intent intent, UUID owner, String title) {
        events.publishEvent(Notice.toHolders(
                owner,
                Set.of(Role.MEMBER, Role.MANAGER),
                "intents.notice.OWNER",
                "/intents/" + intent.getId(),
                intent.getEnterpriseName(),
                title));
    }
}
