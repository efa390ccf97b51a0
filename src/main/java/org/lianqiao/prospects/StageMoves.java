package org.lianqiao.prospects;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.files.FilePurpose;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Steps of a prospect along its way: forward, back, to rest, to an end, and on again. The holder decides. */
@Service
@RequiredArgsConstructor
class StageMoves {
    private static final String LOOK_AGAIN = "复核是否恢复跟进";

    private final Access access;
    private final FollowUps followUps;
    private final StoredFiles files;
    private final Clock clock;

    @Transactional
    public void move(UUID id, StageForm form, Viewer officer) {
        var prospect = access.held(id, officer);
        var to = Objects.requireNonNull(form.to());
        var file = StoredFiles.isGiven(form.file())
                ? files.keep(form.file(), FilePurpose.EVIDENCE, officer.organization(), officer, "file")
                : null;
        prospect.take(
                new StageStep(to, form.on(), form.landing(), form.document(), file, form.reason()),
                followUps.hasContact(id),
                officer.account(),
                clock.instant());
        access.saved(prospect, "prospect.move", to.name(), officer);
    }

    /** What was due is done with; on the day named, the owner looks again. */
    @Transactional
    public void pause(UUID id, RestForm form, Viewer officer) {
        var prospect = access.held(id, officer);
        prospect.pause(form.reviewOn(), form.reason(), officer.account(), clock.instant());
        access.saved(prospect, "prospect.pause", String.valueOf(form.reviewOn()), officer);
        followUps.completeAll(id, officer);
        followUps.plan(id, LOOK_AGAIN, prospect.getOwnerAccountId(), Objects.requireNonNull(form.reviewOn()), officer);
    }

    @Transactional
    public void resume(UUID id, Viewer officer) {
        var prospect = access.held(id, officer);
        prospect.resume(officer.account(), clock.instant());
        access.saved(prospect, "prospect.resume", prospect.getStage().name(), officer);
        followUps.completeAll(id, officer);
    }

    @Transactional
    public void drop(UUID id, RestForm form, Viewer officer) {
        var prospect = access.held(id, officer);
        prospect.drop(form.why(), form.reason(), officer.account(), clock.instant());
        access.saved(prospect, "prospect.drop", String.valueOf(form.why()), officer);
        followUps.completeAll(id, officer);
    }

    /** What was given up goes on by a lead's word alone. */
    @Transactional
    public void reopen(UUID id, RestForm form, Viewer lead) {
        var prospect = access.held(id, lead);
        lead.require(lead.isLead());
        prospect.reopen(form.reason(), lead.account(), clock.instant());
        access.saved(prospect, "prospect.reopen", prospect.getStage().name(), lead);
    }
}
