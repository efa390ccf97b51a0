package org.lianqiao.projects;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a prospect hands on when it becomes a project.
 *
 * @param amountWan in 万元
 * @param region where the first site is planned
 */
public record StartProject(
        UUID organization,
        String name,
        String summary,
        @Nullable UUID chain,
        @Nullable UUID node,
        @Nullable BigDecimal amountWan,
        @Nullable String region) {}
