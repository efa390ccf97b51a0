package org.lianqiao.projects.counting;

import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Directory;
import org.lianqiao.projects.Dossiers;
import org.lianqiao.projects.History;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.InChinese;
import org.lianqiao.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was signed for the project as a whole: entered by who holds it; a wrong line is cancelled and stays. */
@Service
@RequiredArgsConstructor
class Signings {
    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final CountingQueries queries;
    private final Directory directory;
    private final History history;
    private final Choices choices;

    @Transactional
    void enter(UUID projectId, SigningForm form, Viewer officer) {
        held(projectId, officer);
        var kind = Objects.requireNonNull(form.kind());
        var on = Objects.requireNonNull(form.signedOn());
        if (on.getYear() < 2000) throw Refused.at("signedOn", "projects.date.range");
        var amount = Objects.requireNonNull(Money.ofWan(form.amountWan()));
        jdbc.sql("""
                insert into project_signing (id, project_id, kind, signed_on, amount_yuan, organization_id, agreement_id, event_id, paper, created_by, created_at)
                values (:id, :project, :kind, :on, :amount, cast(:investor as uuid), cast(:agreement as uuid), cast(:event as uuid), :paper, :by, now())
                """)
                .param("id", Ids.next())
                .param("project", projectId)
                .param("kind", kind.name())
                .param("on", on)
                .param("amount", amount.yuan())
                .param("investor", text(investor(form, officer)))
                .param("agreement", text(known(form.agreement(), queries.agreements(projectId), "agreement")))
                .param("event", text(known(form.event(), queries.events(), "event")))
                .param("paper", form.paper())
                .param("by", officer.account())
                .update();
        history.happened(projectId, null, "SIGNING_ENTERED", words(kind, on.toString(), amount, form.paper()), officer);
    }

    private String words(SigningKind kind, String on, Money amount, String paper) {
        return InChinese.words(() -> String.join(
                " · ",
                choices.label(kind),
                on,
                choices.text("web.wan", amount.wan().toPlainString()),
                paper));
    }

    private @Nullable UUID investor(SigningForm form, Viewer officer) {
        if (form.kind() != SigningKind.INVESTOR) return null;
        if (form.investor().codePointCount(0, form.investor().length()) < 2)
            throw Refused.at("investor", "counting.required.investor");
        return directory.knownOrNew(form.investor(), null, null, officer);
    }

    private static @Nullable UUID known(@Nullable UUID id, java.util.List<Option> choices, String field) {
        if (id != null && choices.stream().noneMatch(o -> o.value().equals(id.toString())))
            throw Refused.at(field, "counting.unknown");
        return id;
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** The line counts no more; the history says why. */
    @Transactional
    void cancel(UUID projectId, UUID signing, Viewer officer) {
        held(projectId, officer);
        int cancelled =
                jdbc.sql("""
                update project_signing set cancelled_at = now(), cancelled_by = ? where id = ? and project_id = ? and cancelled_at is null
                """).params(officer.account(), signing, projectId).update();
        if (cancelled == 0) throw new NotFound();
        var paper = jdbc.sql("select paper from project_signing where id = ?")
                .param(signing)
                .query(String.class)
                .single();
        history.happened(projectId, null, "SIGNING_CANCELLED", paper, officer);
    }

    private void held(UUID id, Viewer officer) {
        officer.require(dossiers.locked(id, officer).isHeldBy(officer));
    }
}
