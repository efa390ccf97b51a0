package org.lianqiao.events;

import java.util.UUID;

/** An event may have seats for some of those who wait: its capacity was raised. Published in that transaction. */
public record SeatsChanged(UUID event) {}
