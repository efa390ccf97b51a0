package org.lianqiao.events.guests;

import java.util.UUID;

/** A guest will not come: whoever plans with him plans anew. Published in the transaction that cancels. */
public record GuestGone(UUID event, UUID guest) {}
