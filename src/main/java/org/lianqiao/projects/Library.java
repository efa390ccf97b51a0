package org.lianqiao.projects;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.Numbers;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The joint library's verbs for the modules that feed it and build on it. */
@Service
@RequiredArgsConstructor
public class Library {
    private static final String BRIEF = """
            select p.id, p.number, p.name, p.name_en, p.organization_id, s.region_code as lead_region,
                   coalesce(s.office_id, p.holder_office_id) as lead_office
              from project p
              left join lateral (select * from project_site where project_id = p.id order by position limit 1) s on true
            """;

    private final JdbcClient jdbc;
    private final Numbers numbers;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    /** Opens a project, inside the offices only, held by the officer's office; a known region becomes its first site. */
    @Transactional
    public UUID start(StartProject form, Viewer officer) {
        officer.require(officer.isOfficer());
        var id = Ids.next();
        var number = numbers.next(Numbers.Kind.PROJECT);
        var alliance = officer.allianceId() == null ? directory.defaultAlliance() : officer.allianceId();
        jdbc.sql("""
                insert into project (id, number, alliance_id, holder_office_id, organization_id, name, summary, chain_id,
                    node_id, publication, created_by, created_at, updated_at)
                values (:id, :number, :alliance, :office, :organization, :name, :summary, :chain, :node, 'INTERNAL', :by, now(), now())
                """)
                .param("id", id)
                .param("number", number)
                .param("alliance", alliance)
                .param("office", officer.organization())
                .param("organization", form.organization())
                .param("name", form.name())
                .param("summary", form.summary())
                .param("chain", form.chain())
                .param("node", form.node())
                .param("by", officer.account())
                .update();
        if (form.region() != null) site(id, form, form.region(), officer);
        jdbc.sql("""
                insert into project_change (id, project_id, what, changed_by, changed_at)
                values (?, ?, 'STARTED', ?, now())
                """).params(Ids.next(), id, officer.account()).update();
        events.publishEvent(new Recorded(officer, "project.start", "project", id, number));
        return id;
    }

    private void site(UUID project, StartProject form, String region, Viewer officer) {
        var amount = Money.ofWan(form.amountWan());
        jdbc.sql("""
                insert into project_site (id, project_id, function, region_code, office_id, amount_yuan, stage)
                values (:id, :project, :function, :region, :office, :amount, 'PLANNED')
                """)
                .param("id", Ids.next())
                .param("project", project)
                .param("function", SiteFunction.PRODUCTION.name())
                .param("region", region)
                .param("office", directory.officeOf(region).orElse(officer.organization()))
                .param("amount", amount == null ? null : amount.yuan())
                .update();
    }

    /** A published project in short; nothing where it is not public. */
    @Transactional(readOnly = true)
    public Optional<ProjectBrief> published(UUID id) {
        return jdbc.sql(BRIEF + " where p.id = ? and p.publication = 'PUBLISHED'")
                .param(id)
                .query(ProjectBrief.class)
                .optional();
    }

    /** A project that the viewer may know of: a published one, or one of the viewer's own organisation. */
    @Transactional(readOnly = true)
    public Optional<ProjectBrief> findBrief(Viewer viewer, UUID id) {
        return jdbc.sql(BRIEF + """
                 where p.id = :id and (p.publication = 'PUBLISHED' or :mine in (p.holder_office_id, p.organization_id)
                    or exists (select from project_site x where x.project_id = p.id and x.office_id = :mine))
                """)
                .param("id", id)
                .param("mine", viewer.organizationId(), java.sql.Types.OTHER)
                .query(ProjectBrief.class)
                .optional();
    }
}
