package org.lianqiao.shared;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.UUID;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.domain.Persistable;

/** A record with an identity of its own, a version against lost edits, and events that {@code save} announces. */
@MappedSuperclass
@Getter
public abstract class BaseEntity<T extends BaseEntity<T>> extends AbstractAggregateRoot<T>
        implements Persistable<UUID> {
    @Id
    private UUID id = Ids.next();

    @Version
    private @Nullable Long version;

    @Override
    public boolean isNew() {
        return version == null;
    }

    /** The version that the form was made from. @throws EditedMeanwhile where somebody saved since */
    public void expectVersion(long seen) {
        if (version != null && version != seen) throw new EditedMeanwhile();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof BaseEntity<?> that && Objects.equals(id, that.id);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }
}
