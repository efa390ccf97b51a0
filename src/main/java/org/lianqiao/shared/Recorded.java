package org.lianqiao.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the audit keeps: published as an application event within the transaction that did it.
 *
 * @param action what was done, as {@code noun.verb}: {@code need.publish}, {@code contact.reveal}
 * @param entity the kind of record, as in the first half of the action
 * @param subject the record's name or number, without personal data
 * @param detail what changed, from and to, without personal data
 */
public record Recorded(
        Viewer viewer,
        String action,
        String entity,
        @Nullable UUID id,
        String subject,
        String detail) {
    public Recorded(Viewer viewer, String action, String entity, @Nullable UUID id, String subject) {
        this(viewer, action, entity, id, subject, "");
    }
}
