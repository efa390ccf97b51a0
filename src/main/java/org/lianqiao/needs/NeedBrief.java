package org.lianqiao.needs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open need in short.
 *
 * @param titleEn empty where there is none
 */
public record NeedBrief(
        UUID id,
        String number,
        String title,
        String titleEn,
        UUID organizationId,
        @Nullable String regionCode,
        @Nullable UUID chainId,
        @Nullable UUID nodeId) {}
