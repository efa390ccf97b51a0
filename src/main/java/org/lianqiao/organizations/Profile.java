package org.lianqiao.organizations;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.OrganizationKind;

/** An organisation as it shows itself. */
record Profile(
        UUID id,
        OrganizationKind kind,
        String name,
        String nameEn,
        String shortName,
        String uscc,
        @Nullable String regionCode,
        String region,
        boolean registered,
        @Nullable OrganizationSize size,
        @Nullable String industryCode,
        String industry,
        String profile,
        String address,
        String website,
        List<UUID> nodeIds,
        List<String> nodes,
        List<String> products,
        @Nullable UUID licenceFileId,
        long version) {}
