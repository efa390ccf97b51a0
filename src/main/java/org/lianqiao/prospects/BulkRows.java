package org.lianqiao.prospects;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What one row of a bulk action does, by the verbs that the prospect's own page uses, and how it is taken back. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class BulkRows {
    private final Access access;
    private final Assignments assignments;
    private final StageMoves moves;
    private final Prospects prospects;
    private final FollowUps followUps;
    private final ProspectRepository repository;
    private final Changes changes;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /**
     * What stood before, what stands now, for whoever takes it back.
     *
     * @param kept open steps that the new owner had before
     */
    record Done(String before, String after, List<UUID> kept) {
        static final Done NOTHING = new Done("", "", List.of());

        Done(@Nullable Object before, @Nullable Object after) {
            this(String.valueOf(before), String.valueOf(after), List.of());
        }
    }

    Done take(BulkForm form, UUID id, Viewer officer) {
        return switch (Objects.requireNonNull(form.verb())) {
            case ASSIGN -> assign(id, Objects.requireNonNull(form.owner()), officer);
            case MOVE -> move(id, Objects.requireNonNull(form.to()), form.reason(), officer);
            case NEXT -> plan(form, id, officer);
            case ATTEND -> attend(id, Objects.requireNonNull(form.attention()), officer);
            case REMIND -> remind(id, officer);
        };
    }

    private Done assign(UUID id, UUID owner, Viewer officer) {
        access.seat(id, officer);
        var former = repository.lock(id).map(Prospect::getOwnerAccountId).orElse(null);
        if (owner.equals(former)) throw new Refused("prospects.bulk.same");
        var kept = openSteps(id, owner);
        assignments.assign(id, owner, officer);
        return new Done(String.valueOf(former), owner.toString(), kept);
    }

    private Done move(UUID id, Stage to, String reason, Viewer officer) {
        var before = access.held(id, officer).getStage();
        if (before == to) throw new Refused("prospects.bulk.same");
        moves.move(id, new StageForm(to, null, null, "", reason, null), officer);
        return new Done(before, to);
    }

    private Done plan(BulkForm form, UUID id, Viewer officer) {
        var prospect = access.worked(id, officer);
        prospect.requireLive();
        followUps.add(
                id,
                Channel.PLAN,
                "",
                null,
                new FollowUps.Next(form.nextStep(), doer(prospect, officer), form.nextDue()),
                null,
                officer);
        events.publishEvent(
                new Recorded(officer, "prospect.follow", "prospect", id, prospect.getNumber(), Channel.PLAN.name()));
        var step = jdbc.sql("select id from follow_up where prospect_id = ? order by id desc limit 1")
                .param(id)
                .query(UUID.class)
                .single();
        return new Done("", step);
    }

    /** Who has the prospect, where its own office plans; else who plans. */
    private static @Nullable UUID doer(Prospect prospect, Viewer officer) {
        return prospect.getHolderOfficeId().equals(officer.organizationId()) ? prospect.getOwnerAccountId() : null;
    }

    private Done attend(UUID id, Attention how, Viewer officer) {
        var before = access.held(id, officer).getAttention();
        if (before == how) throw new Refused("prospects.bulk.same");
        prospects.attend(id, how, officer);
        return new Done(before, how);
    }

    private Done remind(UUID id, Viewer officer) {
        officer.require(access.seat(id, officer).seesAll());
        var prospect = repository.lock(id).orElseThrow();
        prospect.requireLive();
        var owner = prospect.getOwnerAccountId();
        if (owner == null) throw new Refused("prospects.bulk.nobody");
        events.publishEvent(Notice.toPerson(
                owner,
                "prospects.notice.remind",
                "/ledger/" + id,
                officer.organizationName(),
                officer.name(),
                directory.name(prospect.getOrganizationId())));
        changes.add(id, Changes.What.REMINDED, "", officer);
        events.publishEvent(new Recorded(officer, "prospect.remind", "prospect", id, prospect.getNumber()));
        return Done.NOTHING;
    }

    /** @throws Refused where somebody went on from there */
    void takeBack(BulkVerb verb, UUID batch, UUID id, Viewer officer) {
        var done = jdbc.sql("select before, after, kept from bulk_row where batch_id = ? and prospect_id = ?")
                .params(batch, id)
                .query((row, n) -> new Done(row.getString(1), row.getString(2), List.of((UUID[])
                        row.getArray(3).getArray())))
                .single();
        switch (verb) {
            case ASSIGN -> assignBack(id, done, officer);
            case MOVE -> {
                requireStill(access.held(id, officer).getStage().name(), done);
                moves.move(id, new StageForm(Stage.valueOf(done.before), null, null, "", "撤销批量变更阶段", null), officer);
            }
            case NEXT -> {
                access.worked(id, officer);
                int gone = jdbc.sql("delete from follow_up where id = ? and prospect_id = ? and done_at is null")
                        .params(UUID.fromString(done.after), id)
                        .update();
                if (gone == 0) throw new Refused("prospects.bulk.changed");
            }
            case ATTEND -> {
                requireStill(access.held(id, officer).getAttention().name(), done);
                prospects.attend(id, Attention.valueOf(done.before), officer);
            }
            case REMIND -> throw new Refused("prospects.bulk.undo.never");
        }
    }

    private void assignBack(UUID id, Done done, Viewer officer) {
        access.seat(id, officer);
        var prospect = repository.lock(id).orElseThrow();
        requireStill(String.valueOf(prospect.getOwnerAccountId()), done);
        if (done.before.equals("null")) throw new Refused("prospects.bulk.undo.nobody");
        assignments.assign(id, UUID.fromString(done.before), officer);
        for (var step : done.kept)
            jdbc.sql("update follow_up set next_owner_id = ? where id = ? and done_at is null")
                    .params(UUID.fromString(done.after), step)
                    .update();
    }

    private static void requireStill(String now, Done done) {
        if (!now.equals(done.after)) throw new Refused("prospects.bulk.changed");
    }

    private List<UUID> openSteps(UUID id, UUID owner) {
        return jdbc.sql("""
                select id from follow_up where prospect_id = ? and next_owner_id = ? and next_step <> '' and done_at is null
                """).params(id, owner).query(UUID.class).list();
    }
}
