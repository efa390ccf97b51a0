package org.lianqiao.catalogue;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param version of the product when the form was made; nothing for a new one */
record ProductForm(
        @NotBlank @Size(max = 60) @Nullable String name,
        @Nullable UUID nodeId,
        @Nullable Long version) {}
