package org.lianqiao.projects;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the project on whose parts somebody works: for those inside alone; to others there is none. */
@Component
@RequiredArgsConstructor
public class Dossiers {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    /** For who sees the project inside: its offices, those that coordinate or consult on it, its enterprise. */
    @Transactional(readOnly = true)
    public Dossier of(UUID project, Viewer viewer) {
        return jdbc.sql("""
                select p.id, p.number, p.name, p.alliance_id, p.holder_office_id, p.organization_id, coalesce(o.name, '') as organization
                  from project p left join organization o on o.id = p.organization_id where p.id = :id and
                """ + LibraryReader.INSIDE)
                .params(LibraryReader.of(viewer))
                .param("id", project)
                .query((row, n) -> new Dossier(
                        project,
                        row.getString("number"),
                        row.getString("name"),
                        row.getObject("alliance_id", UUID.class),
                        row.getObject("holder_office_id", UUID.class),
                        row.getObject("organization_id", UUID.class),
                        row.getString("organization"),
                        homes(project)))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** For an office alone: the enterprise does not read what offices write to each other. */
    @Transactional(readOnly = true)
    public Dossier forOffice(UUID project, Viewer viewer) {
        if (viewer.kind() == null || !viewer.kind().isGovernment()) throw new NotFound();
        return of(project, viewer);
    }

    /** The same, and locked until the transaction ends: a project's parts change one after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Dossier locked(UUID project, Viewer viewer) {
        jdbc.sql("select id from project where id = ? for update")
                .param(project)
                .query(UUID.class)
                .optional();
        return of(project, viewer);
    }

    private java.util.List<Dossier.Home> homes(UUID project) {
        return jdbc.sql("""
                select s.id, s.function, s.region_code, s.office_id, o.name as office, s.stage, s.responsible_account_id
                  from project_site s join organization o on o.id = s.office_id where s.project_id = ? order by s.position, s.id
                """)
                .param(project)
                .query((row, n) -> new Dossier.Home(
                        row.getObject("id", UUID.class),
                        SiteFunction.valueOf(row.getString("function")),
                        row.getString("region_code"),
                        catalogue.regionName(row.getString("region_code")),
                        row.getObject("office_id", UUID.class),
                        row.getString("office"),
                        SiteStage.valueOf(row.getString("stage")),
                        row.getObject("responsible_account_id", UUID.class)))
                .list();
    }
}
