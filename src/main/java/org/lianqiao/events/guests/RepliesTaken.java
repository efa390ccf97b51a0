package org.lianqiao.events.guests;

import java.util.List;
import java.util.UUID;

/** The hosts have taken over a sheet; what it says of wishes is kept in the same transaction. */
public record RepliesTaken(UUID event, List<Reply> replies) {}
