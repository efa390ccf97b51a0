package org.lianqiao.needs;

import java.util.UUID;

/** A need became open to everybody: published as an application event within the transaction that did it. */
public record NeedPublished(UUID id) {}
