package org.lianqiao.intents;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.needs.Needs;
import org.lianqiao.organizations.Directory;
import org.lianqiao.projects.Library;
import org.lianqiao.shared.NotFound;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Component;

/** Finds what an intent is about, and the office that answers it: by the need's region, or a project's first site. */
@Component
@RequiredArgsConstructor
class Targets {
    private final Needs needs;
    private final Library library;
    private final Catalogue catalogue;
    private final Directory directory;

    /** @throws NotFound where the need or project named is not open */
    Target of(String need, String project, String region) {
        if (!need.isEmpty()) return need(Lenient.id(need));
        if (!project.isEmpty()) return project(Lenient.id(project));
        if (catalogue.hasRegion(region)) return region(region);
        return new Target(
                IntentTarget.NONE, null, null, null, "", "", null, directory.defaultAlliance(), null, null, null);
    }

    private Target need(@Nullable UUID id) {
        if (id == null) throw new NotFound();
        var need = needs.published(id).orElseThrow(NotFound::new);
        return new Target(
                IntentTarget.NEED,
                id,
                null,
                null,
                need.title(),
                need.titleEn(),
                need.organizationId(),
                alliance(need.regionCode()),
                office(need.regionCode()),
                need.chainId(),
                need.nodeId());
    }

    private Target project(@Nullable UUID id) {
        if (id == null) throw new NotFound();
        var project = library.published(id).orElseThrow(NotFound::new);
        return new Target(
                IntentTarget.PROJECT,
                null,
                id,
                null,
                project.name(),
                project.nameEn(),
                project.organizationId(),
                alliance(project.leadRegion()),
                project.leadOffice(),
                null,
                null);
    }

    private Target region(String code) {
        return new Target(
                IntentTarget.REGION,
                null,
                null,
                code,
                catalogue.regionName(code),
                "",
                null,
                alliance(code),
                office(code),
                null,
                null);
    }

    private UUID alliance(@Nullable String region) {
        return directory.allianceOf(region).orElseGet(directory::defaultAlliance);
    }

    private @Nullable UUID office(@Nullable String region) {
        return directory.officeOf(region).orElse(null);
    }
}
