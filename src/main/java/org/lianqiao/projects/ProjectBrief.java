package org.lianqiao.projects;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project in short, with the region and office of its first site.
 *
 * @param nameEn empty where there is none
 */
public record ProjectBrief(
        UUID id,
        String number,
        String name,
        String nameEn,
        @Nullable UUID organizationId,
        @Nullable String leadRegion,
        UUID leadOffice) {}
