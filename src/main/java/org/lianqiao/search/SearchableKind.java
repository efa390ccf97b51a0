package org.lianqiao.search;

/** Many records of a kind may have changed: after the commit all of them are read anew, in the background. */
public record SearchableKind(EntryKind kind) {}
