package org.lianqiao.prospects;

import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.organizations.Directory;
import org.lianqiao.projects.Library;
import org.lianqiao.projects.StartProject;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the holder writes about a prospect and decides on it, beside its stage and the people who work on it. */
@Service
@RequiredArgsConstructor
class Prospects {
    static final String NO_MATTER = "投资意向";

    private final Access access;
    private final Changes changes;
    private final Directory directory;
    private final Library library;
    private final StoredFiles files;
    private final Catalogue catalogue;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @throws org.lianqiao.shared.EditedMeanwhile where somebody saved since the form was opened */
    @Transactional
    public void edit(UUID id, EditForm form, Viewer officer) {
        var prospect = access.held(id, officer);
        if (form.nodeId() != null && !catalogue.hasNode(form.nodeId()))
            throw Refused.at("nodeId", "prospects.unknown.node");
        if (form.regionCode() != null && !catalogue.hasRegion(form.regionCode()))
            throw Refused.at("regionCode", "prospects.unknown.region");
        prospect.expectVersion(form.version() == null ? -1 : form.version());
        prospect.edit(form, catalogue.chainOf(form.nodeId()), clock.instant());
        access.saved(prospect, "prospect.edit", "", officer);
        changes.add(id, Changes.What.EDITED, "", officer);
    }

    @Transactional
    public void share(UUID id, Sharing with, Viewer officer) {
        var prospect = access.held(id, officer);
        if (prospect.getSharing() == with) return;
        prospect.share(with, clock.instant());
        access.saved(prospect, "prospect.share", with.name(), officer);
        changes.add(id, Changes.What.SHARED, with.name(), officer);
    }

    @Transactional
    public void attend(UUID id, Attention how, Viewer officer) {
        var prospect = access.held(id, officer);
        if (prospect.getAttention() == how) return;
        prospect.attend(how, clock.instant());
        access.saved(prospect, "prospect.attend", how.name(), officer);
        changes.add(id, Changes.What.ATTENDED, how.name(), officer);
    }

    /** @return the project that the prospect became */
    @Transactional
    public UUID toProject(UUID id, Viewer officer) {
        var prospect = access.held(id, officer);
        var amount = Money.ofYuan(prospect.getAmountYuan());
        var project = library.start(
                new StartProject(
                        prospect.getOrganizationId(),
                        projectName(prospect),
                        prospect.getSummary(),
                        prospect.getChainId(),
                        prospect.getNodeId(),
                        amount == null ? null : amount.wan(),
                        prospect.getRegionCode()),
                officer);
        prospect.became(project, clock.instant());
        access.saved(prospect, "prospect.project", "", officer);
        changes.add(id, Changes.What.PROJECT, "", officer);
        return project;
    }

    /** The matter, with the enterprise where the matter alone says too little. */
    private String projectName(Prospect prospect) {
        var matter = prospect.getMatter();
        return matter.length() >= 4 && !matter.equals(NO_MATTER)
                ? matter
                : directory.name(prospect.getOrganizationId()) + matter;
    }

    /** A paper of this prospect, for whoever sees the whole of it. */
    @Transactional(readOnly = true)
    public ResponseEntity<Resource> paper(UUID id, UUID file, Viewer viewer) {
        boolean here = access.seat(id, viewer).seesAll()
                && jdbc.sql("select exists (select from stage_change where file_id = ?"
                                + " and prospect_id in (select m.id from prospect m where ? in (m.id, m.merged_into)))")
                        .params(file, id)
                        .query(Boolean.class)
                        .single();
        if (!here) throw new NotFound();
        return files.download(file);
    }
}
