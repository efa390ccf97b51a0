package org.lianqiao.prospects;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.files.FilePurpose;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.organizations.ContactSource;
import org.lianqiao.organizations.Contacts;
import org.lianqiao.organizations.Directory;
import org.lianqiao.organizations.MaskedContact;
import org.lianqiao.organizations.Phones;
import org.lianqiao.projects.Library;
import org.lianqiao.projects.StartProject;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Uscc;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What officers do with a prospect. The holder decides on stage, sharing, text and partners; partners log follow-ups and
 * leave; the coordinating office assigns within its side. Who does not see it finds nothing (404), who sees it but may
 * not is refused (403).
 */
@Service
@RequiredArgsConstructor
class Prospects {
    private static final String NO_MATTER = "投资意向";
    private static final String LOOK_AGAIN = "复核是否恢复跟进";

    private final ProspectRepository prospects;
    private final ProspectPages pages;
    private final Ledger ledger;
    private final Duplicates duplicates;
    private final FollowUps followUps;
    private final Partners partners;
    private final Changes changes;
    private final Assignees assignees;
    private final Contacts contacts;
    private final Directory directory;
    private final Library library;
    private final StoredFiles files;
    private final Catalogue catalogue;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @param known who courts the enterprise already; then nothing was saved */
    record Report(@Nullable UUID id, java.util.List<Duplicates.Held> known) {}

    /**
     * Opens a prospect by hand. Where the enterprise is courted already, that is shown first; another matter of it takes
     * a lead's confirmation.
     */
    @Transactional
    public Report report(ReportForm form, Viewer officer) {
        Ledger.requireReporter(officer);
        var code = code(form.uscc());
        var phone =
                form.contactPhone().isEmpty() ? Optional.<String>empty() : phone("contactPhone", form.contactPhone());
        if (phone.isPresent() && form.contactName().isEmpty())
            throw Refused.at("contactName", "prospects.required.contactName");
        var matter = form.matter().isEmpty() ? NO_MATTER : form.matter();
        if (matter.codePointCount(0, matter.length()) < 2) throw Refused.at("matter", "prospects.matter.size");
        var known = duplicates.of(form.enterprise(), code, matter, officer);
        if (known.stream().anyMatch(Duplicates.Held::same)) return new Report(null, known);
        if (!known.isEmpty() && !(officer.isLead() && Boolean.TRUE.equals(form.confirmed())))
            return new Report(null, known);
        var id = ledger.report(
                new NewLead(
                        form.enterprise(),
                        code.orElse(null),
                        matter,
                        Objects.requireNonNull(form.source()),
                        form.sourceNote(),
                        form.regionCode(),
                        form.nodeId(),
                        yuan(form),
                        form.nextStep(),
                        form.nextOwner(),
                        form.nextDue()),
                officer);
        if (!form.contactName().isEmpty())
            contacts.keep(
                    prospects.findById(id).orElseThrow().getOrganizationId(),
                    form.contactName(),
                    "",
                    phone.orElse(""),
                    "",
                    ContactSource.STAFF,
                    form.sourceNote(),
                    null,
                    null,
                    officer.organization(),
                    officer);
        return new Report(id, java.util.List.of());
    }

    private static java.math.@Nullable BigDecimal yuan(ReportForm form) {
        var amount = Money.ofWan(form.amountWan());
        return amount == null ? null : amount.yuan();
    }

    private static Optional<Uscc> code(String typed) {
        if (typed.isEmpty()) return Optional.empty();
        return Optional.of(Uscc.parse(typed).orElseThrow(() -> Refused.at("uscc", "prospects.uscc.wrong")));
    }

    private static Optional<String> phone(String field, String typed) {
        return Optional.of(Phones.parse(typed).orElseThrow(() -> Refused.at(field, "prospects.phone.wrong")));
    }

    @Transactional
    public void move(UUID id, StageForm form, Viewer officer) {
        var prospect = held(id, officer);
        var to = Objects.requireNonNull(form.to());
        var file = StoredFiles.isGiven(form.file())
                ? files.keep(form.file(), FilePurpose.EVIDENCE, officer.organization(), officer, "file")
                : null;
        prospect.take(
                new StageStep(to, form.on(), form.landing(), form.document(), file, form.reason()),
                followUps.hasContact(id),
                officer.account(),
                clock.instant());
        saved(prospect, "prospect.move", to.name(), officer);
    }

    /** What was due is done with; on the day named, the owner looks again. */
    @Transactional
    public void pause(UUID id, RestForm form, Viewer officer) {
        var prospect = held(id, officer);
        prospect.pause(form.reviewOn(), form.reason(), officer.account(), clock.instant());
        saved(prospect, "prospect.pause", String.valueOf(form.reviewOn()), officer);
        followUps.completeAll(id, officer);
        followUps.plan(id, LOOK_AGAIN, prospect.getOwnerAccountId(), Objects.requireNonNull(form.reviewOn()), officer);
    }

    @Transactional
    public void resume(UUID id, Viewer officer) {
        var prospect = held(id, officer);
        prospect.resume(officer.account(), clock.instant());
        saved(prospect, "prospect.resume", prospect.getStage().name(), officer);
        followUps.completeAll(id, officer);
    }

    @Transactional
    public void drop(UUID id, RestForm form, Viewer officer) {
        var prospect = held(id, officer);
        prospect.drop(form.why(), form.reason(), officer.account(), clock.instant());
        saved(prospect, "prospect.drop", String.valueOf(form.why()), officer);
        followUps.completeAll(id, officer);
    }

    /** What was given up goes on by a lead's word alone. */
    @Transactional
    public void reopen(UUID id, RestForm form, Viewer lead) {
        var prospect = held(id, lead);
        lead.require(lead.isLead());
        prospect.reopen(form.reason(), lead.account(), clock.instant());
        saved(prospect, "prospect.reopen", prospect.getStage().name(), lead);
    }

    /** @throws org.lianqiao.shared.EditedMeanwhile where somebody saved since the form was opened */
    @Transactional
    public void edit(UUID id, EditForm form, Viewer officer) {
        var prospect = held(id, officer);
        if (form.nodeId() != null && !catalogue.hasNode(form.nodeId()))
            throw Refused.at("nodeId", "prospects.unknown.node");
        if (form.regionCode() != null && !catalogue.hasRegion(form.regionCode()))
            throw Refused.at("regionCode", "prospects.unknown.region");
        prospect.expectVersion(form.version() == null ? -1 : form.version());
        prospect.edit(form, catalogue.chainOf(form.nodeId()), clock.instant());
        saved(prospect, "prospect.edit", "", officer);
        changes.add(id, Changes.What.EDITED, "", officer);
    }

    @Transactional
    public void share(UUID id, Sharing with, Viewer officer) {
        var prospect = held(id, officer);
        if (prospect.getSharing() == with) return;
        prospect.share(with, clock.instant());
        saved(prospect, "prospect.share", with.name(), officer);
        changes.add(id, Changes.What.SHARED, with.name(), officer);
    }

    @Transactional
    public void attend(UUID id, Attention how, Viewer officer) {
        var prospect = held(id, officer);
        if (prospect.getAttention() == how) return;
        prospect.attend(how, clock.instant());
        saved(prospect, "prospect.attend", how.name(), officer);
        changes.add(id, Changes.What.ATTENDED, how.name(), officer);
    }

    /**
     * Gives the prospect to somebody, with the open steps of who had it. By the holder's lead or the owner within the
     * office; by the coordinating office to any office of its side, which then holds it while the former one takes part.
     */
    @Transactional
    public void assign(UUID id, @Nullable UUID owner, Viewer officer) {
        var seat = seat(id, officer);
        var prospect = prospects.lock(id).orElseThrow(NotFound::new);
        officer.require(mayAssign(seat, prospect.getOwnerAccountId(), officer));
        var before = prospect.getHolderOfficeId();
        if (owner == null) throw Refused.at("owner", "prospects.required.owner");
        var group = assignees
                .groupOf(owner, before, officer)
                .orElseThrow(() -> Refused.at("owner", "prospects.required.owner"));
        var former = prospect.getOwnerAccountId();
        prospect.assign(owner, group.officeId(), clock.instant());
        saved(prospect, "prospect.assign", group.office(), officer);
        if (former != null) followUps.handOver(id, former, owner);
        if (!group.officeId().equals(before)) {
            partners.change(id, group.officeId(), before, officer);
            changes.add(id, Changes.What.HANDED, group.office(), officer);
        }
        changes.add(id, Changes.What.ASSIGNED, name(group, owner), officer);
        if (!owner.equals(officer.account()))
            events.publishEvent(Notice.toPerson(
                    owner,
                    "prospects.notice.assigned",
                    "/ledger/" + id,
                    directory.name(prospect.getOrganizationId()),
                    prospect.getMatter()));
    }

    static boolean mayAssign(Seat seat, @Nullable UUID owner, Viewer officer) {
        return seat == Seat.COORDINATOR
                || seat == Seat.HOLDER && (officer.isLead() || owner == null || owner.equals(officer.accountId()));
    }

    private static String name(Assignees.Group group, UUID account) {
        return group.people().stream()
                .filter(o -> o.value().equals(account.toString()))
                .map(o -> o.label())
                .findFirst()
                .orElse("");
    }

    @Transactional
    public void follow(UUID id, FollowUpForm form, Viewer officer) {
        var prospect = worked(id, officer);
        prospect.requireLive();
        var channel = Objects.requireNonNull(form.channel());
        if (channel.isContact() && form.text().isEmpty()) throw Refused.at("text", "prospects.required.text");
        if (!channel.isContact() && form.nextStep().isEmpty())
            throw Refused.at("nextStep", "prospects.required.nextStep");
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, Time.ZONE);
        var on = form.on() == null ? today : form.on();
        if (on.isAfter(today) || on.getYear() < 2000) throw Refused.at("on", "prospects.refused.on");
        var happened = !channel.isContact()
                ? null
                : on.equals(today)
                        ? now
                        : on.atTime(LocalTime.NOON).atZone(Time.ZONE).toInstant();
        if (form.done() != null) followUps.complete(id, form.done(), officer);
        followUps.add(
                id,
                channel,
                form.text(),
                happened,
                new FollowUps.Next(form.nextStep(), form.nextOwner(), form.nextDue()),
                null,
                officer);
        events.publishEvent(
                new Recorded(officer, "prospect.follow", "prospect", id, prospect.getNumber(), channel.name()));
    }

    @Transactional
    public void complete(UUID id, UUID followUp, Viewer officer) {
        worked(id, officer);
        followUps.complete(id, followUp, officer);
    }

    @Transactional
    public void addPartner(UUID id, @Nullable UUID office, @Nullable SiteFunction function, Viewer officer) {
        var prospect = held(id, officer);
        prospect.requireLive();
        if (office == null
                || office.equals(prospect.getHolderOfficeId())
                || directory.offices(prospect.getAllianceId()).stream()
                        .noneMatch(o -> o.value().equals(office.toString())))
            throw Refused.at("office", "prospects.required.office");
        if (!partners.join(id, office, function, null, officer))
            throw Refused.at("office", "prospects.refused.partner");
        events.publishEvent(new Recorded(
                officer, "prospect.partner", "prospect", id, prospect.getNumber(), directory.name(office)));
        events.publishEvent(Notice.toHolders(
                office,
                Set.of(Role.OFFICER, Role.LEAD),
                "prospects.notice.partner",
                "/ledger/" + id,
                officer.organizationName(),
                directory.name(prospect.getOrganizationId()),
                prospect.getMatter()));
    }

    /** A partner leaves by itself, or by the holder's word. */
    @Transactional
    public void leave(UUID id, UUID office, Viewer officer) {
        var seat = seat(id, officer);
        officer.require(seat.leads() || seat == Seat.PARTNER && office.equals(officer.organizationId()));
        var prospect = prospects.lock(id).orElseThrow(NotFound::new);
        if (!partners.leave(id, office, officer)) return;
        events.publishEvent(
                new Recorded(officer, "prospect.leave", "prospect", id, prospect.getNumber(), directory.name(office)));
    }

    /** Asks the holder to be taken in as partner; the holder decides. */
    @Transactional
    public void askToJoin(UUID id, Viewer officer) {
        var seat = seat(id, officer);
        officer.require(!seat.works());
        var prospect = prospects.lock(id).orElseThrow(NotFound::new);
        events.publishEvent(new Recorded(officer, "prospect.ask", "prospect", id, prospect.getNumber()));
        events.publishEvent(Notice.toHolders(
                prospect.getHolderOfficeId(),
                Set.of(Role.OFFICER, Role.LEAD),
                "prospects.notice.ask",
                "/ledger/" + id,
                officer.organizationName(),
                officer.name(),
                directory.name(prospect.getOrganizationId())));
    }

    /** @return the project that the prospect became */
    @Transactional
    public UUID toProject(UUID id, Viewer officer) {
        var prospect = held(id, officer);
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
        saved(prospect, "prospect.project", "", officer);
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
        boolean here = seat(id, viewer).seesAll()
                && jdbc.sql("select exists (select from stage_change where prospect_id = ? and file_id = ?)")
                        .params(id, file)
                        .query(Boolean.class)
                        .single();
        if (!here) throw new NotFound();
        return files.download(file);
    }

    @Transactional
    public void keepContact(UUID id, ContactForm form, Viewer officer) {
        var prospect = worked(id, officer);
        var phone = form.phone().isEmpty() ? "" : phone("phone", form.phone()).orElse("");
        if (form.noticedOn() != null && form.noticedOn().isAfter(LocalDate.now(clock)))
            throw Refused.at("noticedOn", "prospects.refused.on");
        contacts.keep(
                prospect.getOrganizationId(),
                form.name(),
                form.title(),
                phone,
                "",
                ContactSource.STAFF,
                prospect.getNumber(),
                form.noticedOn(),
                null,
                officer.organization(),
                officer);
    }

    /** The whole contact, once; the look is recorded. */
    @Transactional
    public MaskedContact reveal(UUID id, UUID contact, Viewer officer) {
        return contacts.reveal(contact, worked(id, officer).getOrganizationId(), officer);
    }

    private Seat seat(UUID id, Viewer officer) {
        return pages.seat(id, officer).orElseThrow(NotFound::new);
    }

    private Prospect held(UUID id, Viewer officer) {
        officer.require(seat(id, officer).leads());
        return prospects.lock(id).orElseThrow(NotFound::new);
    }

    private Prospect worked(UUID id, Viewer officer) {
        officer.require(seat(id, officer).works());
        return prospects.lock(id).orElseThrow(NotFound::new);
    }

    /** Another open prospect of the same matter stands in the way of what would open this one again. */
    private void saved(Prospect prospect, String action, String detail, Viewer officer) {
        try {
            prospects.flush();
        } catch (DataIntegrityViolationException e) {
            throw new Refused("prospects.refused.open");
        }
        events.publishEvent(new Recorded(officer, action, "prospect", prospect.getId(), prospect.getNumber(), detail));
    }
}
