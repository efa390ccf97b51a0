package org.lianqiao.organizations;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact as others see it until they ask; after a recorded reveal the same record carries the whole text. */
public record MaskedContact(
        UUID id,
        String name,
        String title,
        String phone,
        String email,
        ContactSource source,
        String sourceNote,
        @Nullable LocalDate noticedOn) {}
